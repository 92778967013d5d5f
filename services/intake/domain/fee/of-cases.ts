import { sumFen } from '#shared/money';
import { heldBy } from './balance.ts';
import type { Fees } from './fees.ts';
import { dueIn } from './open.ts';

/** The account of the case of one item. */
export interface ItemFees {
  item: string;
  account: Fees;
}

/** 一次缴费: what several cases cost their applicant in all, in fen; each item and payee keeps a line of its own. */
export function feesOfCases(all: readonly ItemFees[]) {
  const lines = all.flatMap(linesOf);
  const sum = (of: 'dueFen' | 'heldFen') => sumFen(lines.map((line) => ({ amountFen: line[of] })));
  return { dueFen: sum('dueFen'), heldFen: sum('heldFen'), lines };
}

function linesOf({ item, account }: ItemFees) {
  const { caseId, owed, assessments } = account;
  const held = assessments.flatMap((one) => [...heldBy(one)].map(([code, amountFen]) => ({ code, amountFen })));
  const asked = dueIn(account) ?? { lines: [], dueAt: undefined };
  const lines = [...Map.groupBy(owed, ({ payee }) => payee)].map(([payee, its]) => {
    const ofPayee = (some: readonly { code: string; amountFen: number }[]) =>
      sumFen(some.filter(({ code }) => its.some((one) => one.code === code)));
    const dueFen = ofPayee(asked.lines);
    return { item, caseId, payee, dueFen, heldFen: ofPayee(held), ...(dueFen > 0 && { dueAt: asked.dueAt }) };
  });
  return lines.filter(({ dueFen, heldFen }) => dueFen + heldFen > 0);
}
