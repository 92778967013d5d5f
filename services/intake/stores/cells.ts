import * as z from 'zod';
import { sha256, type Cause } from '#shared/cause';
import { daysAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Row, Table } from '#shared/table';
import { none } from '../domain/supervision/counting.ts';
import { dimension, type Dimension } from '../domain/supervision/dimension.ts';
import type { Counters } from '../domain/supervision/summary.ts';

const partitionOf = (by: Dimension, month: string) => `COUNT#${by}#${month}`;
const monthOf = (day: Day) => day.slice(0, 7);

const cell = once(() => z.object({ value: z.string() }).catchall(z.unknown()));
const counter = once(() => z.number());

/**
 * In how many parts a cell is kept: facts of one day that arrive together seldom meet in one row, and those that do are
 * tried again. Few share a window or a clerk, but all that come online have none; a summary reads every part.
 */
const parts: Record<Dimension, number> = { district: 16, department: 16, item: 4, hall: 4, window: 1, clerk: 1 };
const partsOf = (by: Dimension, value: string): number => (value === none ? 16 : parts[by]);

/** Counters of a day and a value. */
export interface Cell {
  value: string;
  counters: Counters;
}

/** What was counted, by day and value of each dimension: a case adds to one cell of each. */
export function cellStore(table: Table, newId: () => string) {
  return {
    /** Adds to a day's cells with the mark of the fact, all or nothing; of each cell to one part, by chance. */
    async add({ day, places, counters }: Counted, cause: Cause): Promise<void> {
      const chance = Number.parseInt(newId().slice(0, 1), 16);
      const adds = dimension.options.map((by) => {
        const value = places[by];
        const sk = `${day}#${sha256(value).slice(0, 16)}#${chance % partsOf(by, value)}`;
        return { add: { pk: partitionOf(by, monthOf(day)), sk }, by: counters, set: { schema: 1, value } };
      });
      await table.transact([...markWrites(cause), ...adds]);
    },

    /** Every part of every cell from one day to another. */
    async read({ by, from, to }: { by: Dimension; from: Day; to: Day }): Promise<Cell[]> {
      const months: string[] = [];
      for (let day = from; day <= to; day = daysAfter(day, 1)) {
        if (months.at(-1) !== monthOf(day)) months.push(monthOf(day));
      }
      const range = { from, until: `${to}#~` };
      const found = await Promise.all(months.map((month) => whole(partitionOf(by, month), range)));
      return found.flat().map(cellOf);
    },
  };

  async function whole(partition: string, range: { from: string; until: string }): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: Row | undefined; ;) {
      const page = await table.query({ partition, ...range, ...(after && { after }) });
      rows.push(...page.rows);
      if (!page.last) return rows;
      after = page.last;
    }
  }
}

interface Counted {
  day: Day;
  places: Record<Dimension, string>;
  counters: Counters;
}

function cellOf(row: Row): Cell {
  const { value, pk, sk, schema, ...rest } = cell().parse(row);
  return {
    value,
    counters: Object.fromEntries(Object.entries(rest).map(([name, n]) => [name, counter().parse(n)])),
  };
}
