import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import type { Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import { once } from '#shared/once';
import * as z from 'zod';
import { clearingItem, clearingShards, shardOf, type ClearingItem } from '../domain/ledger/clearing-item.ts';
import { entry, entryKind, entryOf, type Entry, type SaidEntry } from '../domain/ledger/entry.ts';
import { originYearOf, revenueOf } from '../domain/ledger/revenue.ts';
import { expectedOf } from './expected.ts';

/** Sixteen partitions a day, so that no capture waits for another. */
const shards = Array.from({ length: 16 }, (_, n) => n.toString(16));
const dayKey = (day: string, shard: string) => `LEDGER#${day}#${shard}`;
const ofKey = (id: string) => `ENTRIES#${id}`;
type ClearingPlace = Pick<ClearingItem, 'channel' | 'merchant' | 'day'>;
const clearingKey = ({ channel, merchant, day }: ClearingPlace, shard: number) =>
  `CLEARING#${channel}#${merchant}#${day}#${shard.toString(16)}`;
const beginKey: Key = { pk: 'LEDGER', sk: 'BEGIN' };
const begin = once(() => z.object({ day: z.string() }));
/** Written with the first charge list. */
export const beginRow = (day: string): Key & Row => ({ ...beginKey, schema: 1, day });
/** The row of an entry: written once, with what it is of, and never again (I2). */
function entryRow(found: Entry): Key & Row {
  const place = { pk1: ofKey(found.of), sk1: `${found.at.toISOString()}#${found.id}` };
  return { pk: dayKey(found.day, found.id.slice(0, 1)), sk: found.id, schema: 1, ...plain(found), ...place };
}

/** The row of what an entry moves under one number: beside it, so that a day of a channel is read without all others. */
function clearingRow(item: ClearingItem, { id, kind, of }: Entry): Key & Row {
  const pk = clearingKey(item, shardOf(item.number));
  return { pk, sk: `${item.number}#${item.direction}#${id}`, schema: 1, ...plain(item), entryId: id, kind, of };
}

/** The writes of what an act of money says, of the order, shift, refund or reconciliation that it is of. */
export function entryWrites(
  { entries, of }: { entries: readonly SaidEntry[]; of: string },
  cause: Cause,
  { newId }: Pick<Publisher, 'newId'>,
): Write[] {
  return entries.flatMap((one) => {
    const { kind, legs, clears = [], corrects } = one;
    const bare = entryOf({ id: one.id ?? newId(), at: cause.at, kind, of, ...(corrects && { corrects }) }, legs);
    const [lines, originYear] = [revenueOf(one), originYearOf(bare, clears)];
    const said = { ...bare, ...(lines.length > 0 && { lines }), ...(originYear && { originYear }) };
    const rows = [entryRow(said), ...clears.map((item) => clearingRow(item, said))];
    return [...rows.map((put) => ({ put, when: ifAbsent })), ...expectedOf(one, cause)];
  });
}

// The parts of a combined charge differ in the last two of their 32 digits.
const chargeNumber = /^[0-9a-f]{32}$/;

const entryIn = ({ schema, pk, sk, pk1, sk1, ...row }: Row): Entry => entry().parse(row);

/** An item, with the entry it was written with. */
const kept = once(() => clearingItem().extend({ entryId: z.uuid(), kind: entryKind, of: z.string() }));
export type KeptItem = z.infer<ReturnType<typeof kept>>;
type NumberedPlace = ClearingPlace & Pick<ClearingItem, 'number' | 'direction'>;
const itemIn = ({ schema, pk, sk, ...row }: Row): KeptItem => kept().parse(row);

/** The journal. */
export function ledgerStore(table: Table) {
  return {
    /** All entries of a day, page by page, in the order of their ids: partition after partition. */
    async *pagesOf(day: string): AsyncGenerator<Entry[]> {
      for (const shard of shards) yield* pages(table, dayKey(day, shard));
    },

    /** Each entry of a day, in any order: all partitions at once. */
    async each(day: string, take: (one: Entry) => void): Promise<void> {
      const readShard = async (shard: string) => {
        for await (const found of pages(table, dayKey(day, shard))) found.forEach(take);
      };
      await Promise.all(shards.map(readShard));
    },

    /** All entries of a day. */
    async ofDay(day: string): Promise<Entry[]> {
      const found = await Promise.all(shards.map((shard) => allRows(table, { partition: dayKey(day, shard) })));
      return found.flat().map(entryIn);
    },

    /** What a statement's rows are held against: the items of a channel, merchant and day in one partition, sorted by number. */
    async *clearing(place: ClearingPlace, shard: number): AsyncGenerator<KeptItem[]> {
      const lookup = { partition: clearingKey(place, shard) };
      let after: Row | undefined;
      do {
        const { rows, last } = await table.query({ ...lookup, ...(after && { after }) });
        yield rows.map(itemIn);
        after = last;
      } while (after);
    },

    /** Whether nothing was cleared on a day. Strongly consistent. */
    async hasNone(place: ClearingPlace): Promise<boolean> {
      const all = Array.from({ length: clearingShards }, (_, shard) => clearingKey(place, shard));
      const found = await Promise.all(all.map((partition) => table.query({ partition, limit: 1 })));
      return found.every(({ rows }) => rows.length === 0);
    },

    /** The items of one number and direction on a day: what it comes to by now. Strongly consistent. */
    async clearingOf({ number, direction, ...place }: NumberedPlace): Promise<KeptItem[]> {
      const partition = clearingKey(place, shardOf(number));
      return (await allRows(table, { partition, prefix: `${number}#${direction}#` })).map(itemIn);
    },

    /** What stands under a number on a day, and under those of the other parts of its charge, in both directions. Strongly consistent. */
    async family({ number, ...place }: Omit<NumberedPlace, 'direction'>): Promise<KeptItem[]> {
      const prefix = chargeNumber.test(number) ? number.slice(0, 30) : `${number}#`;
      return (await allRows(table, { partition: clearingKey(place, shardOf(number)), prefix })).map(itemIn);
    },

    /** The entries of an order, bill or shift, the oldest first. */
    async of(id: string): Promise<Entry[]> {
      return (await allRows(table, { index: 'index1', partition: ofKey(id) })).map(entryIn);
    },

    /** The day on which the ledger begins: that of the first charge list, before which nothing can be paid. */
    async firstDay(): Promise<string | undefined> {
      const row = await table.get(beginKey);
      return row && begin().parse(row).day;
    },
  };
}

async function* pages(table: Table, partition: string): AsyncGenerator<Entry[]> {
  let after: Row | undefined;
  do {
    const { rows, last } = await table.query({ partition, ...(after && { after }) });
    yield rows.map(entryIn);
    after = last;
  } while (after);
}
