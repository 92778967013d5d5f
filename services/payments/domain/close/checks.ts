import type { Exception } from '../exception/exception.ts';
import type { ExceptionState } from '../exception/graph.ts';
import type { Reconciliation } from '../reconciliation/reconciliation.ts';
import type { Shift } from '../shift/shift.ts';
import { isOver, overAt, previousOf, targetOf, type Period } from './period.ts';
import type { Turnover } from './sum.ts';

/** What must be so before a time is shut, each by its name. */
export type CheckName =
  | 'over'
  | 'before'
  | 'statements'
  | 'exceptions'
  | 'tills'
  | 'days'
  | 'months'
  | 'subjects'
  | 'receipts'
  | 'segments';

/** What stands in the way: which one, why, who must see to it, since when. */
export interface Bar {
  of: string;
  why: string;
  owner: string;
  since: Date;
  amountFen?: number;
}

export interface Check {
  check: CheckName;
  bars: readonly Bar[];
}

export const isClosable = (checks: readonly Check[]): boolean => checks.every(({ bars }) => bars.length === 0);

/** It is over, and all that was written on it is there. */
export const overCheck = (id: string, at: Date): Check => ({
  check: 'over',
  bars: isOver(id, at) ? [] : [{ of: id, why: 'not-over', owner: 'clock', since: overAt(id) }],
});

/** The time before it is shut, unless it is the first. */
export function beforeCheck(id: string, first: string, before: Pick<Period, 'state'> | undefined): Check {
  const is = previousOf(id);
  const isFirst = is < first.slice(0, id.length);
  const bar = { of: is, why: before?.state ?? 'open', owner: 'finance', since: targetOf(is) };
  return { check: 'before', bars: isFirst || before?.state === 'closed' ? [] : [bar] };
}

interface Cleared {
  channel: string;
  merchant: string;
}

/** Leg 3 is the bank's: it closes by itself when that confirms, and keeps no day open. */
const isBank = ({ channel }: Cleared): boolean => channel === 'bank';

interface Known {
  /** Where channels with statements have taken something that day: it is to stand in one, also where nobody has asked for it yet. */
  cleared?: readonly Cleared[];
  /** The last day whose statements are all expected; undefined where no channel is asked for any. */
  expectedThrough?: string | undefined;
  /** Those of which two people have said that there was no business, and the ledger has nothing either. */
  idle?: ReadonlySet<string>;
}

/** 对账: each statement that is expected is there and held against the ledger, and it is known which are. */
export function statementsCheck(
  day: string,
  found: readonly Reconciliation[],
  { cleared = [], expectedThrough = day, idle = new Set() }: Known,
): Check {
  const own = found.filter((one) => !isBank(one));
  const known = new Set(own.map(({ id }) => id));
  const waiting = own
    .filter(({ id, state }) => state !== 'matched' && !idle.has(id))
    .map(({ id, state, dueAt }) => ({ of: id, why: state, owner: 'finance', since: dueAt }));
  const unasked = cleared
    .map(({ channel, merchant }) => `${channel}.${merchant}.${day}`)
    .filter((id) => !known.has(id))
    .map((id) => ({ of: id, why: 'not-awaited', owner: 'finance', since: overAt(day) }));
  const unknown = expectedThrough < day ? [{ of: day, why: 'not-awaited', owner: 'clock', since: overAt(day) }] : [];
  return { check: 'statements', bars: [...unknown, ...waiting, ...unasked] };
}

const explained = new Set<ExceptionState>(['carried', 'approved', 'resolved', 'written-off']);

/** 差错: each is explained, or carried on to a later day by two people. */
export const exceptionsCheck = (found: readonly Exception[]): Check => ({
  check: 'exceptions',
  bars: found
    .filter(({ state }) => !explained.has(state))
    .map(({ id, state, class: of, raisedAt, proposal, differenceFen }) => ({
      of: id,
      why: `${of} ${state}`,
      owner: state === 'under-review' ? 'finance-checker' : 'finance',
      since: proposal && state === 'under-review' ? proposal.at : raisedAt,
      amountFen: differenceFen,
    })),
});

/** 班次: the cash of each till of that day is counted by two people and in its bag. */
export const tillsCheck = (day: { last: Date }, found: readonly Shift[]): Check => ({
  check: 'tills',
  bars: found
    .filter(({ openedAt }) => openedAt <= day.last)
    .map(({ id, state, openedAt, counted }) => ({
      of: id,
      why: state,
      owner: state === 'open' ? 'cashier' : 'finance',
      since: counted?.at ?? openedAt,
    })),
});

/** Of a month each day is shut, of a year each month. */
export function partsCheck(check: 'days' | 'months', parts: readonly Pick<Period, 'id' | 'state'>[]): Check {
  const bars = parts
    .filter(({ state }) => state !== 'closed')
    .map(({ id, state }) => ({ of: id, why: state, owner: 'finance', since: targetOf(id) }));
  return { check, bars };
}

/** 收入分类科目: no year ends with revenue of which nobody says under which subject it is. What was set right comes to nothing. */
export const subjectsCheck = (id: string, turnover: readonly Turnover[]): Check => ({
  check: 'subjects',
  bars: turnover
    .filter(({ subject, takenFen, backFen }) => subject === '' && takenFen !== backFen)
    .map(({ channel, payee, destination, code, takenFen, backFen }) => ({
      of: [channel, payee, destination, code].filter(Boolean).join('/'),
      why: 'no-subject',
      owner: 'finance',
      since: overAt(id),
      amountFen: takenFen - backFen,
    })),
});
