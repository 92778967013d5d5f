import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import { fact, type Fact } from '#events/event';
import { dayOf } from '#shared/calendar';
import { bankOf, clearingOf, payeeAccount, refundsOf, suspenseOf } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { askAgainAt } from '../order/ask-again.ts';
import type { RefundStanding } from '../order/channel-words.ts';
import { proposer, type Acting } from '../person.ts';
import { checkName } from './account-name.ts';
import { treasuryPromise } from './treasury-entries.ts';
import { undoing } from './undoing.ts';
import { refundStep, type RefundAct } from './graph.ts';
import { numberOf, type Account, type Refund } from './refund.ts';

/** What an act changes of a refund, and what is written in the ledger. */
export interface RefundChange {
  before: Refund | undefined;
  refund: Refund;
  act: RefundAct | 'propose';
  entries: readonly SaidEntry[];
  facts: readonly Fact[];
}

type Proposed = Omit<Refund, 'version' | 'state' | 'asked' | 'askAt' | 'timelineHash'>;

/** Something of a bill is to go back; it waits for another person, or, of what has been remitted, for the unit whose revenue it was. */
export function propose(said: Proposed): RefundChange {
  const state = said.unit ? ('verifying' as const) : ('proposed' as const);
  const refund: Refund = { ...said, version: 1, state, asked: 0, timelineHash: '' };
  return { before: undefined, refund, act: 'propose', entries: [], facts: factsOf(refund) };
}

/** What nobody's bill took goes back by itself: nobody has to approve that what is not ours is returned. */
export function returnSurplus(said: Omit<Proposed, 'of' | 'proposedBy'>): RefundChange {
  const whole = { ...said, of: { kind: 'surplus' as const }, proposedBy: 'service:payments' };
  const begun = { version: 1, state: 'approved' as const, asked: 0, askAt: said.createdAt, timelineHash: '' };
  const refund: Refund = { ...whole, ...begun };
  return { before: undefined, refund, act: 'approve', entries: [promiseEntry(refund)], facts: factsOf(refund) };
}

interface Approval {
  by: Acting;
  at: Date;
  /** Why the account is the payer's though it has another name. */
  difference?: string | undefined;
  /** Whether a collector has it as paid, and must undo that first. */
  undoes?: boolean;
}

/** Whoever approves an account of another name must say why it is the right one. */
export const needsReason = ({ state, accountName }: Refund): boolean =>
  (state === 'redirected' || state === 'verified') && accountName === 'differs';

/** Another person says yes: to the refund, or to the account that it goes to. Undefined where there is nothing to approve. */
export function approve(before: Refund, { by, at, difference, undoes }: Approval): RefundChange | undefined {
  const approved = { approvedBy: by.sub, approvedParty: by.partyId };
  if (undoes || before.state === 'kept') {
    const { act, is } = undoing(before, at);
    return step(before, act, { ...approved, ...is, ...(needsReason(before) && { difference }) });
  }
  const asked = before.state === 'proposed' ? { askAt: at } : {};
  const waits = before.state === 'verified' ? { waitsSince: at } : {};
  const reason = needsReason(before) ? { difference } : {};
  const change = step(before, 'approve', {
    ...approved,
    ...asked,
    ...waits,
    ...reason,
  });
  return change && { ...change, entries: promiseOf(before) };
}

/** What is promised by an approval: by the payee, or, of what has been remitted, by the treasury. An account changes no promise. */
function promiseOf(before: Refund): SaidEntry[] {
  if (before.state === 'proposed') return [promiseEntry(before)];
  return before.state === 'verified' ? [treasuryPromise(before)] : [];
}

export const notApproved = { approvedBy: undefined, approvedParty: undefined };
export const noAccount = { account: undefined, accountName: undefined, difference: undefined };

/** Another person says no, and why: it is not, or goes to another account. */
export const reject = (before: Refund, reason: string): RefundChange | undefined =>
  isBound(before) ? undefined : step(before, 'reject', { ...noAccount, rejection: reason, waitsSince: undefined });

/** Its collector has it as paid no more: it has to go back, by one way or another. An account alone may still be the wrong one. */
export const isBound = ({ state, undo }: Refund): boolean => undo?.doneAt !== undefined && state !== 'redirected';

/** The channel cannot give it back: it is to go to an account of the payer's own, if another person agrees. */
export function redirect(
  before: Refund,
  to: Account,
  { by, payer }: { by: Acting; payer: string | undefined },
): RefundChange | undefined {
  const accountName = checkName(to.name, payer);
  return step(before, 'redirect', { account: to, accountName, ...proposer(by), ...notApproved });
}

/** The bank has sent it back: the account was wrong. */
export const sendBack = (before: Refund): RefundChange | undefined =>
  step(before, 'send-back', { ...noAccount, ...notApproved });

/** It has been transferred by hand. */
export function payOut(before: Refund, done: NonNullable<Refund['done']>): RefundChange | undefined {
  const change = step(before, 'pay-out', { done });
  const paid = { kind: 'pay-out' as const, legs: legs(before, refundsOf(before), bankOf(before)) };
  return change && { ...change, entries: [paid] };
}

/** What a channel says of a refund; `silent`: no answer came that can be believed. */
export type RefundWord = RefundStanding | { state: 'silent' };

/** What becomes of a refund by what its channel answers. Undefined: no news. */
export function hearRefund(before: Refund, said: RefundWord, at: Date): RefundChange | undefined {
  if (said.state === 'done') {
    const change = step(before, 'finish', { askAt: undefined, done: { proof: said.channelRef, at: said.at } });
    return change && { ...change, entries: [backEntry(before, said)] };
  }
  if (said.state === 'failed') return step(before, 'stick', { askAt: undefined, stuckBy: said.why });
  const act = ({ absent: 'miss', pending: 'take', silent: 'lose' } as const)[said.state];
  const asked = before.asked + 1;
  return step(before, act, { asked, askAt: askAgainAt(asked, at) });
}

/** The channel has given it back, and says so in its statement under the refund's number. */
function backEntry(found: Refund, said: Extract<RefundStanding, { state: 'done' }>): SaidEntry {
  const { channel, merchant, amountFen, of } = found;
  const day = said.day ?? dayOf(said.at);
  const number = numberOf(found);
  const lines = of.kind === 'lines' ? of.lines : [];
  return {
    kind: 'refund',
    legs: legs(found, refundsOf(found), clearingOf(found)),
    clears: [{ channel, merchant, day, number, direction: 'out', amountFen, ref: said.channelRef, lines }],
  };
}

/** It is owed to the payer from now on, and to the payee, or nobody, no more. */
export function promiseEntry(found: Refund): SaidEntry {
  const { of, amountFen } = found;
  const from =
    of.kind === 'surplus'
      ? [{ account: suspenseOf(found), side: 'debit' as const, amountFen }]
      : of.lines.map((one): Leg => ({ account: payeeAccount(one), side: 'debit', amountFen: one.amountFen }));
  const lines = of.kind === 'surplus' ? [] : of.lines.map((line) => ({ ...line, amountFen: -line.amountFen }));
  return { kind: 'refund-promise', lines, legs: [...from, { account: refundsOf(found), side: 'credit', amountFen }] };
}

export function legs({ amountFen }: Refund, from: string, to: string): Leg[] {
  return [
    { account: from, side: 'debit', amountFen },
    { account: to, side: 'credit', amountFen },
  ];
}

export function step(before: Refund, act: RefundAct, is: Partial<Refund>): RefundChange | undefined {
  const state = refundStep(before.state, act);
  if (!state) return undefined;
  const refund: Refund = { ...before, ...is, state, version: before.version + 1 };
  // Each time that a channel is asked in vain is no news to others.
  const facts = state === before.state ? [] : factsOf(refund);
  return { before, refund, act, entries: [], facts };
}

const told = {
  proposed: 'proposed',
  // Nobody is told that it goes back before the collector has let go of it.
  undoing: 'proposed',
  kept: 'proposed',
  rejected: 'rejected',
  approved: 'approved',
  pending: 'approved',
  unknown: 'approved',
  stuck: 'stuck',
  redirected: 'stuck',
  'paying-out': 'stuck',
  verifying: 'proposed',
  verified: 'proposed',
  'treasury-due': 'approved',
  done: 'done',
} as const satisfies Record<Refund['state'], string>;

function factsOf({ id, state, of, orderId, payer, amountFen }: Refund): Fact[] {
  const bill = of.kind === 'lines' ? { billId: of.billId } : {};
  return [fact(RefundChangedV1, { refundId: id, ...bill, orderId, payer, state: told[state], amountFen })];
}
