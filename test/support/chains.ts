import * as z from 'zod';
import type { Key, Row, Table } from '#shared/table';
import { verify, type Verified } from '../../services/intake/domain/supervision/chain.ts';
import { chainKind, type ChainKind } from '../../services/intake/domain/supervision/chain-kind.ts';
import { chainStore } from '../../services/intake/stores/chains.ts';

/** How partitions are named, said here a second time: a kind that verifies another's rows would show. */
const kinds: Record<string, ChainKind> = {
  CASE: 'applications',
  BUNDLE: 'bundles',
  MATERIALS: 'materials',
  FEES: 'fees',
  COMMITMENT: 'commitments',
  DELIVERY: 'deliveries',
  PUBLICITY: 'publicity',
  PUSH: 'pushes',
  FINDING: 'findings',
  ARCHIVE: 'archives',
  MERGE: 'merges',
};

export interface Chain {
  kind: ChainKind;
  id: string;
  rows: (Key & Row)[];
}

const keyed = z.looseObject({ pk: z.string(), sk: z.string() });

/** Every record of a table that has a chained timeline, with all rows of its partition in the order of their keys. */
export function chainsIn(rows: readonly Row[]): Chain[] {
  const all = rows.map((row) => keyed.parse(row)).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const known = all.flatMap(({ pk, sk }) => {
    const [name = '', ...id] = pk.split('#');
    const kind = kinds[name];
    return kind && sk === 'REC' ? [{ kind, id: id.join('#'), rows: all.filter((row) => row.pk === pk) }] : [];
  });
  if (known.some(({ kind }) => !chainKind.options.includes(kind))) throw new Error('a kind without a route');
  return known;
}

/** What a supervisor would learn if these were the rows of a record. */
export async function verified({ kind, id }: Pick<Chain, 'kind' | 'id'>, rows: readonly Row[]): Promise<Verified> {
  const table: Pick<Table, 'query'> = { query: async () => ({ rows: [...rows], last: undefined }) };
  const found = await chainStore(table).read({ departments: 'any' }, kind, id);
  if (!found) throw new Error('no rows');
  return verify(found.links, found.head, found.contents);
}
