import { allRows } from '#shared/all-rows';
import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { shippedCalendars } from '#shared/calendars';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { inForce, unpublished, yearActs, yearRecord } from '../domain/clock/notice.ts';
import type { PublishedYear, YearChange, YearRecord } from '../domain/clock/notice.ts';
import { hoursIn, isHours } from './hours-row.ts';
import { calendarPartition, isLights, lightsIn } from './lights-row.ts';

const partition = calendarPartition;
const yearKey = (year: number): Key => ({ pk: partition, sk: String(year) });
const entryKey = (year: number, version: number): Key => ({
  pk: `${partition}#${year}`,
  sk: `T#${String(version).padStart(6, '0')}`,
});

export const yearEntry = once(() =>
  z.object({
    at: z.string(),
    act: z.enum(yearActs),
    office: z.string(),
    actor: z.string(),
    notice: z.string(),
    /** Why days that were over have turned. */
    correction: z.string().optional(),
    /** The days that have counted otherwise since, those that were over among them. */
    turned: z.array(z.string()).optional(),
  }),
);
export type YearEntry = z.infer<ReturnType<typeof yearEntry>>;

/** How long what was read is trusted, in milliseconds. */
const trustedMs = 30_000;

/** The calendars of a set: those that came with the code, and what the city has published since. */
export function calendarStore(table: Table, publisher: Publisher, now: () => Date) {
  let held: { years: readonly PublishedYear[]; threshold: number; readAt: number } | undefined;

  /** One query at a cold start, then none for 30 seconds. */
  async function read() {
    const at = now().getTime();
    if (held && Math.abs(at - held.readAt) < trustedMs) return held;
    const rows = await allRows(table, { partition });
    const years = rows.filter((row) => !isLights(row) && !isHours(row));
    const hours = await hoursIn(rows.find(isHours));
    held = {
      years: inForce(
        shippedCalendars,
        years.map((row) => yearRecord().parse(row)),
      ).map((one) => ({ ...one, ...hours })),
      threshold: lightsIn(rows.find(isLights)).threshold,
      readAt: at,
    };
    return held;
  }

  return {
    /** What limits are counted by now. */
    current: async (): Promise<readonly PublishedYear[]> => (await read()).years,

    /** From which part of a limit on this set shows it in yellow. */
    threshold: async (): Promise<number> => (await read()).threshold,

    /** What was read is asked for anew: somebody here has changed it. */
    forget: (): void => {
      held = undefined;
    },

    async get(year: number): Promise<YearRecord> {
      const row = await table.get(yearKey(year));
      return row ? yearRecord().parse(row) : unpublished(year);
    },

    /** Who proposed and published, oldest first. */
    async timeline(year: number): Promise<YearEntry[]> {
      const rows = await allRows(table, { partition: `${partition}#${year}` });
      return rows.map((row) => yearEntry().parse(row));
    },

    /** With a year whose days count otherwise from now on, what moves with them is ordered in the same transaction. */
    async save(change: YearChange, cause: Cause): Promise<void> {
      await table.transact(await yearWrites(change, cause, { table, publisher }));
      held = undefined;
    },
  };
}

async function yearWrites(
  { act, before, record, correction, facts }: YearChange,
  cause: Cause,
  { table, publisher }: { table: Table; publisher: Publisher },
): Promise<Write[]> {
  const { year, version, proposal, published } = record;
  const is = published && { year, ...published };
  const was = countedBy(year, await table.get(yearKey(year)));
  // Of the few functions that publish; what every start reads is short of it.
  const { recountWrites } = await import('./recounts.ts');
  const { turnedDays } = await import('../domain/clock/amendment.ts');
  const turned = was && is ? turnedDays(was, is) : [];
  const by = { at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub };
  const why = { notice: (proposal ?? published)?.notice, ...(correction && { correction }) };
  return [
    ...markWrites(cause),
    { put: { ...yearKey(year), schema: 1, ...record }, when: before === 0 ? ifAbsent : ifVersion(before) },
    {
      put: { ...entryKey(year, version), schema: 1, ...by, ...why, ...(turned.length > 0 && { turned }) },
      when: ifAbsent,
    },
    ...(is ? await recountWrites(table, { was, is }, cause.at) : []),
    ...outboxWrites(publisher, { id: `calendar-${year}`, version }, { facts, cause }),
  ];
}

/** The days of a year that limits are counted by: published here, or come with the code. */
function countedBy(year: number, row: Row | undefined): PublishedYear | undefined {
  const known = row ? [yearRecord().parse(row)] : [];
  return inForce(shippedCalendars, known).find((one) => one.year === year);
}
