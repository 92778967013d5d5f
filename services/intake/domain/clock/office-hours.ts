import * as z from 'zod';
import type { CalendarYear, Day } from '#shared/calendar';
import { once } from '#shared/once';
import { usualHours } from './hours.ts';
import { isSamePerson, person, type Known, type Person } from '../party/person.ts';

const time = once(() => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const shift = once(() => z.strictObject({ from: time(), until: time() }));

/** 办公时间: from which day on the offices of a set are open when, on days that are worked, and by which notice. */
export const openFrom = once(() =>
  z.strictObject({
    from: z.iso.date(),
    shifts: z.array(shift()).min(1).max(4),
    notice: z.string().trim().min(1).max(200),
  }),
);
export type OpenFrom = z.infer<ReturnType<typeof openFrom>>;

/** What a set has published of its hours, in the order of the days, and what somebody has proposed to publish next. */
export const hoursRecord = once(() =>
  z.object({
    version: z.int(),
    turns: z.array(openFrom()),
    proposal: openFrom().extend({ by: person() }).optional(),
  }),
);
export type HoursRecord = z.infer<ReturnType<typeof hoursRecord>>;

export const usual: HoursRecord = { version: 0, turns: [] };
export const hoursActs = ['propose', 'publish'] as const;

/** Who proposed or published which hours, as it is kept. */
export const hoursEntry = once(() =>
  z.object({ ...openFrom().shape, at: z.string(), act: z.enum(hoursActs), office: z.string(), actor: z.string() }),
);
export type HoursEntry = z.infer<ReturnType<typeof hoursEntry>>;

export interface HoursChange {
  act: (typeof hoursActs)[number];
  before: number;
  record: HoursRecord;
  /** What was proposed or published. */
  said: OpenFrom;
}

export const proposeHours = (found: HoursRecord, said: OpenFrom, { sub, partyId }: Person): HoursChange => ({
  act: 'propose',
  before: found.version,
  record: { ...found, version: found.version + 1, proposal: { ...said, by: { sub, partyId } } },
  said,
});

/** Another person publishes: nobody moves the limits of open cases alone. What was to begin on the same day is replaced. */
export function publishHours(
  { version, turns, proposal }: HoursRecord,
  by: Known,
): HoursChange | { refused: 'nothing-proposed' | 'same-person' } {
  if (!proposal) return { refused: 'nothing-proposed' };
  if (isSamePerson(proposal.by, by)) return { refused: 'same-person' };
  const { by: proposer, ...said } = proposal;
  const next = [...turns.filter(({ from }) => from !== said.from), said].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return { act: 'publish', before: version, record: { version: version + 1, turns: next }, said };
}

export interface HoursFault {
  path: readonly (string | number)[];
  code: 'not-ahead' | 'not-in-order' | 'too-few-hours';
}

/** Six hours: promises of hours and of days are compared as if no office were open for less (`domain/catalogue/promise.ts`). */
const leastMinutes = 6 * 60;

/** Hours that were open stay what they were: others begin with a day to come. */
export function hoursFaults({ from, shifts }: OpenFrom, today: Day): HoursFault[] {
  const moments = shifts.flatMap((shift) => [minutesOf(shift.from), minutesOf(shift.until)]);
  const late = moments.findIndex((one, n) => n > 0 && one <= (moments[n - 1] ?? 0));
  const open = shifts.reduce((sum, shift) => sum + minutesOf(shift.until) - minutesOf(shift.from), 0);
  const where = ['shifts', Math.floor(late / 2), late % 2 === 0 ? 'from' : 'until'];
  return [
    ...(from > today ? [] : [{ path: ['from'], code: 'not-ahead' as const }]),
    ...(late < 0 ? [] : [{ path: where, code: 'not-in-order' as const }]),
    ...(late < 0 && open < leastMinutes ? [{ path: ['shifts'], code: 'too-few-hours' as const }] : []),
  ];
}

function minutesOf(said: string): number {
  const [hour = 0, minute = 0] = said.split(':').map(Number);
  return hour * 60 + minute;
}

const saidOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, '0')).join(':');

/** What all may read: by which hours days are counted before the first that were published, and those. */
export const publicHours = once(() =>
  z.object({
    usual: z.array(shift()).meta({ description: 'On days before the first of the items' }),
    items: z.array(openFrom()),
  }),
);
export const asTold = ({ turns }: HoursRecord): z.infer<ReturnType<typeof publicHours>> => ({
  usual: usualHours.map(({ from, until }) => ({ from: saidOf(from), until: saidOf(until) })),
  items: turns,
});

/** The hours as limits are counted by them. */
export const countedBy = ({ turns }: HoursRecord): NonNullable<CalendarYear['hours']> =>
  turns.map(({ from, shifts, notice }) => ({
    from,
    notice,
    shifts: shifts.map((one) => ({ from: minutesOf(one.from), until: minutesOf(one.until) })),
  }));
