import * as z from 'zod';
import { dayOf, daysAfter, nextDay, startOf, workingDaysAfter, type CalendarYear, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { released } from '../remittance/released.ts';
import { bankOf, clearingOf, transitOf } from '../ledger/accounts.ts';
import { cashChannel } from '../shift/cash-channel.ts';
import type { ClearingItem } from '../ledger/clearing-item.ts';
import { expectedState, expectedStep } from './graph.ts';

/**
 * 在途: money that the bank must show: what a channel says it pays out, a slip of a deposit or transfer, the day of a card terminal, a
 * payment of our own. Amounts in fen, below zero where the bank pays it out.
 */
export const expected = once(() =>
  z.object({
    /** `wechat.treasury.2026-08-02` of a channel's payout, which is its reconciliation's too. */
    id: z.string(),
    version: z.int().min(1),
    state: expectedState,
    merchant: z.string(),
    channel: z.string(),
    day: z.string(),
    amountFen: z.int(),
    /** By which a row of the bank names it: a slip, or a number of ours. */
    number: z.string().optional(),
    /** Where it lies in the ledger until the bank shows it. */
    account: z.string(),
    /** The item under which it lies there, where that is a clearing account without statements of its own. */
    item: z.string().optional(),
    /** What is reconciled by the bank's word alone: it is released with it, once. */
    lines: released().shape.lines.default([]),
    released: z.boolean().default(false),
    /** The last day on which the bank might have shown it; kept once that is past. */
    dueDay: z.string().optional(),
    /** When the clock looks whether its limit is past. */
    lookAt: z.coerce.date().optional(),
    /** Of the channel's statement that said so. */
    revision: z.int().min(0),
    confirmed: z.object({ by: z.string(), revision: z.int(), at: z.coerce.date() }).optional(),
  }),
);
export type Expected = z.infer<ReturnType<typeof expected>>;

/** T+3: working days by the published calendar. */
const limitDays = 3;

/** The bank's statement of a day comes on the morning after: by noon it is too late. */
const lateFor = (day: Day): Date => new Date(startOf(nextDay(day)).getTime() + 12 * 3_600_000);

type Said = Pick<Expected, 'id' | 'merchant' | 'channel' | 'day' | 'amountFen' | 'account'> &
  Partial<Pick<Expected, 'number' | 'item' | 'lines' | 'revision'>>;

/** From now on the bank is to show it. Its limit is reckoned when it may be past: an amended calendar counts at once. */
export function expect(said: Said): Expected {
  const lookAt = lateFor(daysAfter(said.day, limitDays));
  return { lines: [], revision: 0, ...said, version: 1, state: 'awaited', released: false, lookAt };
}

/** The last day on which the bank may show it; undefined while a year that it reaches is not published: it is never guessed. */
export function dueDayOf(found: Pick<Expected, 'day' | 'dueDay'>, calendar: readonly CalendarYear[]): Day | undefined {
  if (found.dueDay !== undefined) return found.dueDay;
  const due = workingDaysAfter(found.day, limitDays, calendar);
  return due.provisional ? undefined : due.day;
}

type Statement = Pick<Expected, 'id' | 'merchant' | 'channel' | 'day' | 'amountFen' | 'revision'>;

/** What a channel says that it pays out of a day. */
export const expectPayout = (said: Statement): Expected => expect({ ...said, account: transitOf(said) });

/** The same by its statement. Where that is nothing there is nothing to show: its own word confirms it. */
export function expectOfDay(said: Statement, at: Date): Expected {
  const made = expectPayout(said);
  if (said.amountFen !== 0) return made;
  return { ...made, state: 'confirmed', confirmed: { by: said.id, revision: said.revision, at } };
}

/** By another file, while no bank has shown it; undefined where one has, or its limit is past. */
export function expectOfDayAgain(before: Expected, said: Statement, at: Date): Expected | undefined {
  if (before.state !== 'awaited' && before.confirmed?.by !== before.id) return undefined;
  return { ...expectOfDay(said, at), version: before.version + 1 };
}

/** The id of what a line that a person has read says is paid out begins so. */
export const readByPerson = 'row.';

/**
 * What of a payout stands in a row of its own, in fen: a person had read its line in an earlier file. The bank shows it there, whichever
 * file says it now.
 */
export const shownApartFen = (
  found: readonly Expected[],
  { channel, revision }: Pick<Expected, 'channel' | 'revision'>,
): number =>
  found
    .filter((one) => one.id.startsWith(readByPerson) && one.channel === channel && one.revision < revision)
    .reduce((fen, { amountFen }) => fen + amountFen, 0);

/** Channels that have no statement of their own: what they take the bank alone confirms. */
const direct = new Set(['counter-pos', 'counter-transfer', 'elsewhere']);

/** Whether the bank confirms it by itself, and not by what a channel says that it pays out. */
export const isShownBySlip = (channel: string): boolean =>
  direct.has(channel) || channel === cashChannel || channel === 'bank';

/** What was taken by a slip or a card at a counter, or elsewhere; undefined of what has a statement of its own. */
export function expectItem(item: ClearingItem): Expected | undefined {
  if (!direct.has(item.channel) || item.direction !== 'in' || item.amountFen <= 0) return undefined;
  const { channel, merchant, day, number, amountFen, ref } = item;
  const lines = item.lines.map(({ amountFen: inFen, ...line }) => ({ ...line, inFen, outFen: 0 }));
  const named = channel === 'counter-pos' ? {} : { number: ref };
  const id = `${channel}.${number}`;
  const said = { id, channel, merchant, day, amountFen, lines, item: number, account: clearingOf(item) };
  return expect({ ...said, ...named });
}

/** What was transferred by hand: the account of the bank has said so since. */
export const expectPayment = (
  said: Pick<Expected, 'id' | 'merchant' | 'day' | 'number' | 'lines'> & { paidFen: number },
): Expected => {
  const { paidFen, number, ...rest } = said;
  const named = number === undefined ? {} : { number };
  return expect({ ...rest, ...named, channel: 'bank', amountFen: -paidFen, account: bankOf(said) });
};

/** The bank has shown it; undefined where it had. */
export function confirmExpected(before: Expected, confirmed: NonNullable<Expected['confirmed']>): Expected | undefined {
  const state = expectedStep(before.state, 'confirm');
  const released = before.released || before.lines.length > 0;
  return state && { ...before, state, confirmed, released, version: before.version + 1 };
}

/** Another revision of the bank’s statement: what the earlier one has shown is looked for anew. */
export function reopen(before: Expected): Expected | undefined {
  const state = expectedStep(before.state, 'reopen');
  return state && { ...before, state, confirmed: undefined, version: before.version + 1 };
}

/**
 * Its limit is past: from now on it is a difference with the bank. `awaited` still where it is not, or nobody knows yet: then it is looked
 * at again on that day, or on the next. Undefined where it is not awaited.
 */
export function lapse(
  before: Expected,
  { now, calendar }: { now: Date; calendar: readonly CalendarYear[] },
): Expected | undefined {
  const state = expectedStep(before.state, 'lapse');
  if (!state) return undefined;
  const [dueDay, version] = [dueDayOf(before, calendar), before.version + 1];
  const lookAt = lateFor(dueDay ?? dayOf(now));
  if (dueDay === undefined || lookAt > now) return { ...before, lookAt, version };
  return { ...before, state, dueDay, account: bankClearing(before), version };
}

/** Another revision of the channel’s statement says another amount. */
export function restate(before: Expected, said: Pick<Expected, 'amountFen' | 'revision'>): Expected | undefined {
  if (before.revision >= said.revision) return undefined;
  return { ...before, ...said, version: before.version + 1 };
}

/** What the bank and the ledger do not say alike, of a merchant: exactly what stands there. */
export const bankClearing = ({ merchant }: Pick<Expected, 'merchant'>): string =>
  clearingOf({ channel: 'bank', merchant });
