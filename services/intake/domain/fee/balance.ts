import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { fact, type Fact } from '#events/event';
import type { AskedLine, Assessment, Fees, Told } from './fees.ts';
import { leadsTo, type AssessmentAct } from './graph.ts';
import { lastOf, openIn } from './open.ts';

type Amounts = ReadonlyMap<string, number>;

/** When and why the account is settled, and until when a bill made or changed by it is to be paid. */
export interface Settling {
  at: Date;
  dueAt: Date;
  why:
    | 'assessed'
    | 'reduced'
    | 'waived'
    | 'deferred'
    | 'paid'
    | 'case-ended'
    | 'grant-revoked'
    | 'grant-annulled'
    | 'grant-restored';
}

/** What each line comes to: quantity × rate less what was reduced; nothing once that has ended. */
export function wantedOf({ owed, reliefs, ended }: Fees): Amounts {
  const approved = reliefs.flatMap(({ state, wish }) => (state === 'approved' ? [wish] : []));
  return new Map(
    owed.map(({ code, amountFen }) => {
      const own = approved.filter((one) => one.kind !== 'defer' && one.code === code);
      if (ended || own.some(({ kind }) => kind === 'waive')) return [code, 0];
      const less = own.reduce((sum, one) => sum + (one.kind === 'reduce' ? one.amountFen : 0), 0);
      return [code, Math.max(0, amountFen - less)];
    }),
  );
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
 * Makes what is asked and what is held equal to what is wanted, line by line: the open bill is replaced, a new one asks a
 * supplement to what was paid, and what was paid too much is proposed to go back.
 */
export function rebalance({ fees, facts }: Told, settling: Settling): Told {
  const wanted = wantedOf(fees);
  const held = summed(fees.assessments.flatMap((one) => entriesOf(heldBy(one))));
  const lines = fees.owed.flatMap(({ code, payee, quantity, gate }) => {
    const amountFen = (wanted.get(code) ?? 0) - (held.get(code) ?? 0);
    return amountFen > 0 ? [{ code, payee, quantity, gate, amountFen }] : [];
  });
  const asked = ask({ fees, facts }, lines, settling);
  return giveBack(asked, wanted, settling);
}

/** Brings the open bill to these lines, or makes one. */
function ask({ fees, facts }: Told, lines: readonly AskedLine[], { dueAt, why }: Settling): Told {
  const open = openIn(fees);
  if (!open) {
    if (lines.length === 0) return { fees, facts };
    const id = `${fees.caseId}.${fees.assessments.length + 1}`;
    const made: Assessment = { id, state: 'assessed', revisions: [{ lines: [...lines], dueAt }], refunds: [] };
    return { fees: { ...fees, assessments: [...fees.assessments, made] }, facts: [...facts, askedFact(fees, made)] };
  }
  if (lines.length === 0) {
    const ended = moved(open, why === 'waived' || why === 'reduced' ? 'waive' : 'cancel');
    const data = { assessmentId: open.id, revision: open.revisions.length, caseId: fees.caseId, reasonCode: why };
    return { fees: withOne(fees, ended), facts: [...facts, fact(FeeCancelledV1, data)] };
  }
  if (why !== 'deferred' && isSame(lines, lastOf(open).lines)) return { fees, facts };
  // What was deferred stays so when the bill changes.
  const next = { lines: [...lines], dueAt: open.deferredUntil && why !== 'deferred' ? lastOf(open).dueAt : dueAt };
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
