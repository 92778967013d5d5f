import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';

/** `SET-RIGHT#<channel>#<number>`: how often people have set right what stands under a number. */
const keyOf = (channel: string, number: string): Key => ({ pk: `SET-RIGHT#${channel}#${number}`, sk: 'REC' });
const turn = once(() => z.object({ version: z.int() }));

/** How often each of some numbers of a channel has been set right. */
export interface Turns {
  channel: string;
  seen: ReadonlyMap<string, number>;
}

/** Two decisions about one number never both start from what the ledger had before either: items are only ever added. */
export function turnStore(table: Table) {
  return {
    async read(channel: string, numbers: readonly string[]): Promise<Turns> {
      const distinct = [...new Set(numbers)];
      const keys = distinct.map((number) => keyOf(channel, number));
      const found: (Row | undefined)[] = keys.length > 0 ? await table.getAll(keys) : [];
      const seen = distinct.map((number, n) => [number, found[n] ? turn().parse(found[n]).version : 0] as const);
      return { channel, seen: new Map(seen) };
    },
  };
}

/** The next turn of each, if nobody has taken it since they were read. */
export const turnWrites = ({ channel, seen }: Turns): Write[] =>
  [...seen].map(([number, version]) => ({
    put: { ...keyOf(channel, number), schema: 1, version: version + 1 },
    when: version === 0 ? ifAbsent : ifVersion(version),
  }));
