import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { fact, type Fact } from '#events/event';
import type { AskedLine, Assessment, Fees, Relief, Told } from './fees.ts';
import { leadsTo, type AssessmentAct } from './graph.ts';
import { isDeferred, lastOf, openIn } from './open.ts';

type Amounts = ReadonlyMap<string, number>;

/** When and why the account is settled, and until when a bill made or changed by it is to be paid. */
export interface Settling {
  at: Date;
  dueAt: Date;
  why:
    | 'assessed'
    | 'reduced'
    | 'waived'
    | 'paid'
    | 'case-ended'
    | 'grant-revoked'
    | 'grant-annulled'
    | 'grant-restored';
}

/** What each line comes to: quantity × rate less what was taken off it; nothing once that has ended. */
export function wantedOf({ owed, reliefs, ended }: Pick<Fees, 'owed' | 'reliefs' | 'ended'>): Amounts {
  const less = summed(reliefs.flatMap(takenOff));
  const left = ({ code, amountFen }: { code: string; amountFen: number }) =>
    Math.max(0, amountFen - (less.get(code) ?? 0));
  return new Map(owed.map((line) => [line.code, ended ? 0 : left(line)]));
}

/** A waiver takes off what stood there when two people agreed to it: what one of them assesses later is owed. */
function takenOff({ state, wish, waivedFen = Number.MAX_SAFE_INTEGER }: Relief): { code: string; amountFen: number }[] {
  if (state !== 'approved' || wish.kind === 'defer') return [];
  return [{ code: wish.code, amountFen: wish.kind === 'waive' ? waivedFen : wish.amountFen }];
}

/** What was paid by a bill for each line and is not to go back. */
export function heldBy(found: Assessment): Amounts {
  const back = summed(found.refunds.flatMap(({ lines }) => lines));
  return new Map(paidBy(found).map(({ code, amountFen }) => [code, amountFen - (back.get(code) ?? 0)]));
}

/** The lines by which a bill was paid; none where it was not. */
function paidBy({ revisions, paidRevision }: Assessment): readonly AskedLine[] {
  return paidRevision === undefined ? [] : (revisions[paidRevision - 1]?.lines ?? []);
}

/**
 * Makes what is asked and what is held equal to what is wanted, line by line: a deferred bill asks no more than when two
 * people deferred it, another open one is replaced, a new one asks the rest or a supplement to what was paid, and what was
 * paid too much is proposed to go back.
 */
export function rebalance(told: Told, settling: Settling): Told {
  const wanted = wantedOf(told.fees);
  const held = summed(told.fees.assessments.flatMap((one) => entriesOf(heldBy(one))));
  const left = new Map([...wanted].map(([code, fen]) => [code, Math.max(0, fen - (held.get(code) ?? 0))]));
  const deferred = openIn(told.fees).filter(isDeferred);
  const later = deferred.reduce(
    (sofar, open) =>
      bring(sofar, open, { ...settling, lines: takeFrom(left, lastOf(open).lines), dueAt: lastOf(open).dueAt }),
    told,
  );
  return giveBack(ask(later, restOf(told.fees, left), settling), wanted, settling);
}

/** Of these lines as much as is left to be asked, which is then no longer left. */
function takeFrom(left: Map<string, number>, lines: readonly AskedLine[]): AskedLine[] {
  return lines.flatMap((line) => {
    const amountFen = Math.min(line.amountFen, left.get(line.code) ?? 0);
    left.set(line.code, (left.get(line.code) ?? 0) - amountFen);
    return amountFen > 0 ? [{ ...line, amountFen }] : [];
  });
}

function restOf({ owed }: Fees, left: Amounts): AskedLine[] {
  return owed.flatMap(({ code, payee, quantity, gate }) => {
    const amountFen = left.get(code) ?? 0;
    return amountFen > 0 ? [{ code, payee, quantity, gate, amountFen }] : [];
  });
}

/** Brings the open bill that is not deferred to these lines, or makes one. */
function ask({ fees, facts }: Told, lines: AskedLine[], settling: Settling): Told {
  const open = openIn(fees).find((one) => !isDeferred(one));
  if (open) return bring({ fees, facts }, open, { ...settling, lines });
  if (lines.length === 0) return { fees, facts };
  const id = `${fees.caseId}.${fees.assessments.length + 1}`;
  const made: Assessment = { id, state: 'assessed', revisions: [{ lines, dueAt: settling.dueAt }], refunds: [] };
  return { fees: { ...fees, assessments: [...fees.assessments, made] }, facts: [...facts, askedFact(fees, made)] };
}

interface Bringing extends Settling {
  lines: AskedLine[];
}

/** Brings an open bill to these lines: it stays, is revised, or ends where nothing is left to ask. */
function bring({ fees, facts }: Told, open: Assessment, { lines, dueAt, why }: Bringing): Told {
  if (lines.length === 0) {
    const waived = why === 'waived' || why === 'reduced';
    const data = {
      assessmentId: open.id,
      revision: open.revisions.length,
      caseId: fees.caseId,
      waived,
      reasonCode: why,
    };
    const ended = moved(open, waived ? 'waive' : 'cancel');
    return { fees: withOne(fees, ended), facts: [...facts, fact(FeeCancelledV1, data)] };
  }
  return isSame(lines, lastOf(open).lines) ? { fees, facts } : revise({ fees, facts }, open, { lines, dueAt });
}

/** 缓缴: a bill is to be paid later, as it stands; what comes to be owed after that is no part of it. */
export function deferBill(told: Told, open: Assessment, { until, dueAt }: { until: string; dueAt: Date }): Told {
  return revise(told, { ...open, deferredUntil: until }, { lines: lastOf(open).lines, dueAt });
}

function revise({ fees, facts }: Told, open: Assessment, next: Assessment['revisions'][number]): Told {
  const revised = { ...moved(open, 'revise'), revisions: [...open.revisions, next] };
  return { fees: withOne(fees, revised), facts: [...facts, askedFact(fees, revised)] };
}

function askedFact({ caseId, payer }: Fees, found: Assessment): Fact {
  const { lines, dueAt } = lastOf(found);
  const asked = { assessmentId: found.id, revision: found.revisions.length, caseId, payer, lines };
  return fact(FeeAssessedV1, { ...asked, dueAt: dueAt.toISOString() });
}

/** What is held beyond what is wanted goes back, from the bill that was paid last. */
function giveBack(told: Told, wanted: Amounts, { at, why }: Settling): Told {
  const left = new Map(wanted);
  return told.fees.assessments.reduce(({ fees, facts }: Told, paid) => {
    const holding = heldBy(paid);
    const lines = paidBy(paid).flatMap(({ code, payee }) => {
      const held = holding.get(code) ?? 0;
      const keep = Math.min(held, left.get(code) ?? 0);
      left.set(code, (left.get(code) ?? 0) - keep);
      return held > keep ? [{ code, payee, amountFen: held - keep }] : [];
    });
    if (lines.length === 0 || !paid.bill) return { fees, facts };
    const n = paid.refunds.length + 1;
    const proposed = { ...moved(paid, 'propose-refund'), refunds: [...paid.refunds, { n, at, why, lines }] };
    const data = { assessmentId: paid.id, n, billId: paid.bill.billId, caseId: fees.caseId, lines, reasonCode: why };
    return { fees: withOne(fees, proposed), facts: [...facts, fact(RefundProposedV1, data)] };
  }, told);
}

/** An assessment one step on; a step that the graph does not have is a fault of the program. */
export function moved(found: Assessment, act: AssessmentAct): Assessment {
  const state = leadsTo(found.state, act);
  if (!state) throw new Error(`the graph has no ${act} from ${found.state}`);
  return { ...found, state };
}

export function withOne(fees: Fees, changed: Assessment): Fees {
  return { ...fees, assessments: fees.assessments.map((one) => (one.id === changed.id ? changed : one)) };
}

const entriesOf = (amounts: Amounts) => [...amounts].map(([code, amountFen]) => ({ code, amountFen }));

function summed(lines: readonly { code: string; amountFen: number }[]): Amounts {
  const sums = new Map<string, number>();
  for (const { code, amountFen } of lines) sums.set(code, (sums.get(code) ?? 0) + amountFen);
  return sums;
}

function isSame(some: readonly AskedLine[], others: readonly AskedLine[]): boolean {
  return JSON.stringify(some.map(identity)) === JSON.stringify(others.map(identity));
}
const identity = ({ code, payee, amountFen }: AskedLine) => [code, payee, amountFen];
