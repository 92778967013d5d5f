import * as z from 'zod';
import { once } from '#shared/once';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { openPeriod, type PeriodChange } from '../domain/close/act.ts';
import { carriedItem, type CarriedItem } from '../domain/close/carried.ts';
import { layers } from '../domain/close/layers.ts';
import { period, type Period } from '../domain/close/period.ts';
import { control } from '../domain/close/sealed.ts';
import { moved, type PeriodSum } from '../domain/close/sum.ts';
import type { PageAt } from '#shared/record-page';
import { readSum, sumWrites } from './sums.ts';

/** The rows of a day, month or year: `PERIOD#<id>` with REC and T#<n>, and once it is shut DAY (of a day), SUM and SUM#<channel>. */
const pkOf = (id: string): string => `PERIOD#${id}`;
const keyOf = (id: string): Key => ({ pk: pkOf(id), sk: 'REC' });
const closedDays = 'CLOSED-DAYS';
const itemIn = ({ schema, pk, sk, ...row }: Row): Period => period().parse(row);

/** What a closed day hands on: what each account holds, of which days that is, and the control totals it was sealed with. */
const closedDay = once(() =>
  z.object({
    day: z.string(),
    hash: z.string(),
    balances: moved(),
    layers: layers(),
    controls: z.array(control()),
  }),
);
export type ClosedDay = z.infer<ReturnType<typeof closedDay>>;

const dayIn = ({ schema, pk, sk, pk1, sk1, ...row }: Row): ClosedDay => closedDay().parse(row);

/** How the books of days, months and years stand. */
export const periodStore = (table: Table, publisher: Publisher) => ({
  ...periodReading(table),

  /** Record, timeline, fact and mark in one transaction; gives the record back. */
  async save(change: PeriodChange, cause: Cause, more: readonly Write[] = []): Promise<Period> {
    const { before, period: after, act, facts } = change;
    const { pk } = keyOf(after.id);
    const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
    await table.transact([
      ...markWrites(cause),
      {
        put: { ...keyOf(after.id), schema: 1, ...plain(recorded) },
        when: before ? ifVersion(before.version) : ifAbsent,
      },
      { put: entryRow, when: ifAbsent },
      ...outboxWrites(publisher, recorded, { facts, cause }),
      ...more,
    ]);
    return recorded;
  },

  /** Writes down what a year leaves to the next, under the version of the run that has found it; again changes nothing. */
  async keepCarried({ id, version }: Pick<Period, 'id' | 'version'>, items: readonly CarriedItem[]): Promise<void> {
    const pk = carriedPk(id, version);
    for (let from = 0; from < items.length; from += 90) {
      const puts = items.slice(from, from + 90).map((one, n): Write => {
        return { put: { pk, sk: String(from + n).padStart(8, '0'), schema: 1, ...one } };
      });
      await table.transact(puts);
    }
  },
});

const carriedPk = (id: string, version: number): string => `CARRIED#${id}#${version}`;

function periodReading(table: Table) {
  return {
    /** One whom nobody has acted on is open. */
    async load(id: string): Promise<Period> {
      const row = await table.get(keyOf(id));
      return row ? itemIn(row) : openPeriod(id);
    },

    /** These, at most 100, in their order. */
    async loadAll(ids: readonly string[]): Promise<Period[]> {
      const rows = await table.getAll(ids.map(keyOf));
      return ids.map((id, n) => {
        const row = rows[n];
        return row ? itemIn(row) : openPeriod(id);
      });
    },

    /** The last day that is closed before this one; undefined before the first. */
    async lastClosed(before: string): Promise<ClosedDay | undefined> {
      const lookup = { index: 'index1', partition: closedDays, until: before, newestFirst: true, limit: 2 } as const;
      const { rows } = await table.query(lookup);
      const row = rows.find(({ sk1 }) => String(sk1) < before);
      return row && dayIn(row);
    },

    /** What a closed day handed on; undefined while it is not closed. */
    async closedDay(day: string): Promise<ClosedDay | undefined> {
      const row = await table.get({ pk: pkOf(day), sk: 'DAY' });
      return row && dayIn(row);
    },

    /** What a year has left to the next, page by page. */
    async carriedOf({ id, carried }: Period, { limit, after }: PageAt): Promise<Page<CarriedItem>> {
      if (!carried) return { items: [], nextCursor: null };
      const pk = carriedPk(id, carried.version);
      const start = after && { after: { pk, sk: after[0] } };
      const { rows, last } = await table.query({ partition: pk, limit, ...start });
      const end = rows.at(-1);
      return {
        items: rows.map((row) => carriedItem().parse(row)),
        nextCursor: last && end ? cursorOf([String(end['sk']), id]) : null,
      };
    },

    /** What a closed time came to; undefined while it is not closed. */
    sumOf: (id: string): Promise<PeriodSum | undefined> => readSum(table, pkOf(id)),
  };
}

/** What is kept of a day that is closed, and never again written. */
export const closedDayWrites = (found: ClosedDay, sum: PeriodSum): Write[] => [
  {
    put: { pk: pkOf(found.day), sk: 'DAY', schema: 1, ...plain(found), pk1: closedDays, sk1: found.day },
    when: ifAbsent,
  },
  ...sumWrites(pkOf(found.day), sum),
];

/** What is kept of a month or a year that is closed. */
export const closedSumWrites = (id: string, sum: PeriodSum): Write[] => sumWrites(pkOf(id), sum);
