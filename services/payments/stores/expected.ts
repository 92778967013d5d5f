import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { expected, expectItem, type Expected } from '../domain/bank/expected.ts';
import { clearingItem } from '../domain/ledger/clearing-item.ts';
import { leg, type SaidEntry } from '../domain/ledger/entry.ts';
import { releasedWrite } from './released.ts';

type Place = Pick<Expected, 'merchant' | 'day' | 'id'>;
const keyOf = ({ merchant, day, id }: Place): Key => ({ pk: `EXPECTED#${merchant}`, sk: `${day}#${id}` });
/** The clock is told of it by a key of its own; the row itself lies with all of its merchant. */
const dueKey = ({ merchant, day, id }: Place) => `EXPECTED#${merchant}#${day}#${id}`;
const itemIn = ({ schema, pk, sk, ...row }: Row): Expected => expected().parse(row);

const looksAt = ({ state, lookAt }: Expected): Date | undefined => (state === 'awaited' ? lookAt : undefined);

/** What one group of rows has moved, so that another revision of the statement can take it back. */
const banked = once(() =>
  z.object({
    key: z.string(),
    revision: z.int(),
    legs: z.array(leg()),
    clears: z.array(clearingItem()),
    expected: z.array(z.object({ merchant: z.string(), day: z.string(), id: z.string() })),
  }),
);
export type Banked = z.infer<ReturnType<typeof banked>>;
const bankedKey = (statement: string, key: string): Key => ({ pk: `BANKED#${statement}`, sk: key });

/** 在途: what the bank is to show, and what its statements have shown of it. */
export function expectedStore(table: Table) {
  return {
    async load(place: Place): Promise<Expected | undefined> {
      const row = await table.get(keyOf(place));
      return row && itemIn(row);
    },

    /** What is expected of a merchant's account from a day on. Strongly consistent. */
    async since(merchant: string, day: string): Promise<Expected[]> {
      return (await allRows(table, { partition: keyOf({ merchant, day: '', id: '' }).pk, from: day })).map(itemIn);
    },

    /** What is expected of a merchant's account for one day. */
    async ofDay(merchant: string, day: string): Promise<Expected[]> {
      return (await allRows(table, { partition: keyOf({ merchant, day, id: '' }).pk, prefix: `${day}#` })).map(itemIn);
    },

    /** What a statement of the bank has moved so far, group by group. */
    async banked(statement: string): Promise<Banked[]> {
      const rows = await allRows(table, { partition: bankedKey(statement, '').pk });
      return rows.map(({ schema, pk, sk, ...row }) => banked().parse(row));
    },
  };
}

/** The place that the clock names; undefined where it is another record. */
export function expectedPlace(pk: string): Place | undefined {
  const [kind, merchant = '', day = '', id = ''] = pk.split('#');
  return kind === 'EXPECTED' ? { merchant, day, id } : undefined;
}

/** The writes of what is expected, with what is released by the bank's word. */
export function expectedWrites({ before, after }: { before?: Expected; after: Expected }, { at }: Cause): Write[] {
  const { id: source, channel, merchant, day, lines } = after;
  const released = { source, channel, merchant, day, lines: [...lines], feeFen: 0 };
  return [
    { put: { ...keyOf(after), schema: 1, ...plain(after) }, when: before ? ifVersion(before.version) : ifAbsent },
    ...dueWrites(dueKey(after), { was: before && looksAt(before), is: looksAt(after) }, at),
    ...(after.released && !before?.released ? [releasedWrite(released)] : []),
  ];
}

/** What an act takes that no channel's statement will show: the bank is to show it. */
export function expectedOf({ kind, clears = [] }: SaidEntry, cause: Cause): Write[] {
  if (kind !== 'capture' && kind !== 'surplus') return [];
  return clears.flatMap((item) => {
    const after = expectItem(item);
    return after ? expectedWrites({ after }, cause) : [];
  });
}

/** A group of rows is booked once for each revision. */
export const bankedWrite = (statement: string, found: Banked): Write => ({
  put: { ...bankedKey(statement, found.key), schema: 1, ...plain(found) },
  when: ifAbsent,
});

export const unbankedWrite = (statement: string, { key, revision }: Banked): Write => ({
  remove: bankedKey(statement, key),
  when: { expression: '#revision = :revision', names: { '#revision': 'revision' }, values: { ':revision': revision } },
});
