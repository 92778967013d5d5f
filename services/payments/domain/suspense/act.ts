import { bankOf, payeeAccount, suspenseOf } from '../ledger/accounts.ts';
import type { ClearingLine } from '../ledger/clearing-item.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { suspenseGraph, suspenseStep, type SuspenseAct } from './graph.ts';
import type { Suspense } from './suspense.ts';

/** What an act changes of money in suspense, and what is written in the ledger. */
export interface SuspenseChange {
  before: Suspense | undefined;
  item: Suspense;
  act: SuspenseAct | 'hold';
  entries: readonly SaidEntry[];
}

type Held = Pick<Suspense, 'id' | 'channel' | 'merchant' | 'amountFen' | 'origin' | 'ref' | 'since'> &
  Partial<Pick<Suspense, 'feeFen' | 'charge'>>;

/** It is nobody's: from now on it is looked for whose it is. The entry is of the act that has found it. */
export function hold(said: Held): SuspenseChange {
  const item: Suspense = { feeFen: 0, ...said, version: 1, state: 'held', timelineHash: '' };
  return { before: undefined, item, act: 'hold', entries: [] };
}

/** It goes at once to an account that two people have looked at. */
export function holdToPayOut(
  said: Held,
  is: { account: NonNullable<Suspense['account']>; outcome: NonNullable<Suspense['outcome']> },
): SuspenseChange {
  const change = hold(said);
  return { ...change, item: { ...change.item, ...is, state: 'paying-out' } };
}

/** One person says whose it is, or where it is to go; another decides. */
export const propose = (before: Suspense, proposal: NonNullable<Suspense['proposal']>): SuspenseChange | undefined =>
  step(before, 'propose', { is: { proposal, rejection: undefined } });

export const reject = (before: Suspense, reason: string): SuspenseChange | undefined =>
  step(before, 'reject', { is: { proposal: undefined, rejection: reason } });

type Outcome = NonNullable<Suspense['outcome']>;

/** It was for these bills: the order that pays them takes it out of suspense. */
export const payBills = (before: Suspense, outcome: Outcome): SuspenseChange | undefined =>
  step(before, 'identify', { is: { outcome } });

/** It is these payees'. */
export function identify(
  before: Suspense,
  lines: readonly ClearingLine[],
  outcome: Outcome,
): SuspenseChange | undefined {
  const owed = lines.map((one): Leg => ({ account: payeeAccount(one), side: 'credit', amountFen: one.amountFen }));
  const from: Leg = { account: suspenseOf(before), side: 'debit', amountFen: before.amountFen };
  return step(before, 'identify', { is: { outcome }, entries: [{ kind: 'identify', legs: [from, ...owed], lines }] });
}

/** It goes back the way it came: the entry is the refund's. */
export const refund = (before: Suspense, outcome: Outcome): SuspenseChange | undefined =>
  step(before, 'refund', { is: { outcome } });

/** It goes to an account that two people have looked at. */
export const returnTo = (
  before: Suspense,
  is: { account: NonNullable<Suspense['account']>; outcome: Outcome },
): SuspenseChange | undefined => step(before, 'return', { is });

/** What has brought it is shown no more: it was never there. The entry is of the exception that says so. */
export const withdraw = (before: Suspense, outcome: Outcome): SuspenseChange | undefined =>
  step(before, 'withdraw', { is: { outcome } });

/** The bank did not take the transfer: it is to be decided anew. */
export const sendBack = (before: Suspense, reason: string): SuspenseChange | undefined =>
  step(before, 'send-back', {
    is: { account: undefined, proposal: undefined, outcome: undefined, rejection: reason },
  });

/** It has been transferred, by this slip. */
export function payOut(before: Suspense, outcome: Outcome): SuspenseChange | undefined {
  const legs = moved(before.amountFen, suspenseOf(before), bankOf(before));
  return step(before, 'pay-out', { is: { outcome }, entries: [{ kind: 'pay-out', legs }] });
}

const moved = (amountFen: number, debit: string, credit: string): Leg[] => [
  { account: debit, side: 'debit', amountFen },
  { account: credit, side: 'credit', amountFen },
];

function step(
  before: Suspense,
  act: SuspenseAct,
  { is, entries = [] }: { is: Partial<Suspense>; entries?: readonly SaidEntry[] },
): SuspenseChange | undefined {
  const state = suspenseStep(before.state, act);
  return state && { before, item: { ...before, ...is, state, version: before.version + 1 }, act, entries };
}

const people = ['propose', 'approve', 'reject', 'send-back', 'pay-out'] as const;

/** What people may do with it by its state; `approve` is each end that another person may give it. */
export function suspenseActions({ state }: Pick<Suspense, 'state'>): (typeof people)[number][] {
  const acts = new Set(suspenseGraph.filter(({ from }) => from.includes(state)).map(({ act }) => act));
  return people.filter((one) => acts.has(one === 'approve' ? 'identify' : one));
}
