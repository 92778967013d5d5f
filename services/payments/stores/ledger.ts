import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import { once } from '#shared/once';
import * as z from 'zod';
import { entry, entryOf, type Entry, type EntryKind, type Leg } from '../domain/ledger/entry.ts';
import type { Balance } from '../domain/ledger/balance.ts';
import type { Seal } from '../domain/ledger/seal.ts';

/** Sixteen partitions a day, so that no capture waits for another. */
const shards = Array.from({ length: 16 }, (_, n) => n.toString(16));
const dayKey = (day: string, shard: string) => `LEDGER#${day}#${shard}`;
const ofKey = (id: string) => `ENTRIES#${id}`;
const closedKey = (day: string): Key => ({ pk: `LEDGER-DAY#${day}`, sk: 'REC' });
const beginKey: Key = { pk: 'LEDGER', sk: 'BEGIN' };
const begin = once(() => z.object({ day: z.string() }));
/** Written with the first charge list. */
export const beginRow = (day: string): Key & Row => ({ ...beginKey, schema: 1, day });
const closedList = 'LEDGER-DAYS';

const closed = once(() =>
  z.object({
    day: z.string(),
    entries: z.int(),
    hash: z.string(),
    closedAt: z.coerce.date(),
    balances: z.array(z.tuple([z.string(), z.object({ debitFen: z.int(), creditFen: z.int() })])),
  }),
);
export type ClosedDay = z.infer<ReturnType<typeof closed>>;

/** The row of an entry: written once, with what it is of, and never again (I2). */
function entryRow(found: Entry): Key & Row {
  const place = { pk1: ofKey(found.of), sk1: `${found.at.toISOString()}#${found.id}` };
  return { pk: dayKey(found.day, found.id.slice(0, 1)), sk: found.id, schema: 1, ...plain(found), ...place };
}

/** The writes of what an act of money says, of the order or shift that it is of. */
export function entryWrites(
  { entries, of }: { entries: readonly { kind: EntryKind; legs: readonly Leg[] }[]; of: string },
  { at }: Cause,
  { newId }: Pick<Publisher, 'newId'>,
): Write[] {
  const said = entries.map(({ kind, legs }) => entryOf({ id: newId(), at, kind, of }, legs));
  return said.map((one) => ({ put: entryRow(one), when: ifAbsent }));
}

const entryIn = ({ schema, pk, sk, pk1, sk1, ...row }: Row): Entry => entry().parse(row);

/** The journal, and its closed days. */
export function ledgerStore(table: Table) {
  return {
    /** All entries of a day. */
    async ofDay(day: string): Promise<Entry[]> {
      const found = await Promise.all(shards.map((shard) => allRows(table, { partition: dayKey(day, shard) })));
      return found.flat().map(entryIn);
    },

    /** The entries of an order, bill or shift, the oldest first. */
    async of(id: string): Promise<Entry[]> {
      return (await allRows(table, { index: 'index1', partition: ofKey(id) })).map(entryIn);
    },

    /** The last day that is closed before this one; undefined before the first. */
    async lastClosed(before: string): Promise<ClosedDay | undefined> {
      const lookup = { index: 'index1', partition: closedList, until: before, newestFirst: true, limit: 1 } as const;
      const { rows } = await table.query(lookup);
      const row = rows.find(({ sk1 }) => String(sk1) < before);
      return row && closed().parse(row);
    },

    /** The day on which the ledger begins: that of the first charge list, before which nothing can be paid. */
    async firstDay(): Promise<string | undefined> {
      const row = await table.get(beginKey);
      return row && begin().parse(row).day;
    },

    async close(seal: Seal, after: ReadonlyMap<string, Balance>, cause: Cause): Promise<void> {
      const row = {
        ...closedKey(seal.day),
        schema: 1,
        ...seal,
        closedAt: cause.at.toISOString(),
        balances: [...after],
      };
      await table.transact([...markWrites(cause), { put: { ...row, pk1: closedList, sk1: seal.day }, when: ifAbsent }]);
    },
  };
}
