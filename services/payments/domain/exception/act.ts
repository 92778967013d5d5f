import { saidEntry, type SaidEntry } from '../ledger/entry.ts';
import type { Exception } from './exception.ts';
import { exceptionGraph, exceptionStep, type ExceptionAct } from './graph.ts';
import { entriesOf, type Plan } from './plan.ts';

/** What an act of people changes of an exception. */
export interface Decided {
  before: Exception;
  after: Exception;
  act: ExceptionAct;
}

type Proposal = NonNullable<Exception['proposal']>;

/** One person says what is to be done, and has seen what it would write. */
export function propose(
  before: Exception,
  said: Omit<Proposal, 'action' | 'reason' | 'entries'>,
  plan: Plan,
): Decided | undefined {
  const { action, reason } = said.details;
  const proposal = { ...said, action, reason, entries: seen(entriesOf(plan)) };
  return step(before, 'propose', { proposal, rejection: undefined });
}

export const reject = (before: Exception, reason: string): Decided | undefined =>
  step(before, 'reject', { proposal: undefined, rejection: reason, carriedUntil: undefined });

interface End {
  by: string;
  at: Date;
  refundId?: string;
  suspenseId?: string;
  released?: NonNullable<Exception['released']>;
  entered?: NonNullable<Exception['entered']>;
}

/** Another person says yes: it has its end, or waits for what was decided. */
export function decide(before: Exception, plan: Plan, { by, at, ...kept }: End): Decided | undefined {
  const action = before.proposal?.action ?? '';
  const outcome = { by, at, action };
  return step(before, plan.act, { ...kept, outcome, proposal: undefined, carriedUntil: plan.carriedUntil });
}

/** It was the row of another exception. */
export const endLinked = (before: Exception, { by, at }: Pick<End, 'by' | 'at'>): Decided | undefined =>
  step(before, 'link', { outcome: { by, at, action: 'link' }, carriedUntil: undefined });

/** The refund that it waits for is done. */
export const finish = (before: Exception): Decided | undefined => step(before, 'finish', {});

/** Whether a proposal would still write what was shown of it. */
export const isAsSeen = ({ entries }: Proposal, plan: Plan): boolean =>
  JSON.stringify(entries) === JSON.stringify(seen(entriesOf(plan)));

/** Entries as they are kept with a proposal, so that they can be compared. */
const seen = (entries: readonly SaidEntry[]) => saidEntry().array().parse(entries);

/** What people may do with it by its state. */
export function actionsOf({ state }: Pick<Exception, 'state'>): ('propose' | 'approve' | 'reject')[] {
  const own = exceptionGraph.filter(({ from }) => from.includes(state));
  const isUnderReview = own.some(({ act }) => act === 'reject');
  if (own.some(({ act }) => act === 'propose')) return ['propose'];
  return isUnderReview ? ['approve', 'reject'] : [];
}

function step(before: Exception, act: ExceptionAct, is: Partial<Exception>): Decided | undefined {
  const state = exceptionStep(before.state, act);
  return state && { before, after: { ...before, ...is, state, version: before.version + 1 }, act };
}
