import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Scope } from '#shared/access';
import { sha256 } from '#shared/cause';
import { once } from '#shared/once';
import type { Row, Table } from '#shared/table';
import type { Contents, Head, Link } from '../domain/supervision/chain.ts';
import type { ChainKind } from '../domain/supervision/chain-kind.ts';
import { contentsHash, rowHash } from './chain.ts';

/** How the partition of each kind is named: `<name>#<id>`. */
const partitionOf: Record<ChainKind, string> = {
  applications: 'CASE',
  bundles: 'BUNDLE',
  materials: 'MATERIALS',
  fees: 'FEES',
  commitments: 'COMMITMENT',
  deliveries: 'DELIVERY',
  publicity: 'PUBLICITY',
  pushes: 'PUSH',
  findings: 'FINDING',
  archives: 'ARCHIVE',
  merges: 'MERGE',
};

/** A timeline as it is stored, with what it tells of. */
export interface Stored {
  links: Link[];
  head: Head;
  contents: Contents;
}

const text = (found: unknown): string => (typeof found === 'string' ? found : '');

/** The timelines of all kinds of records, read for whoever checks that nothing was altered. */
export function chainStore(table: Pick<Table, 'query'>) {
  return {
    /**
     * The rows as they are, whatever is wrong with them: no schema reads them. Undefined where there are none, or where the
     * record is not of the reader's departments.
     */
    async read({ departments }: Pick<Scope, 'departments'>, kind: ChainKind, id: string): Promise<Stored | undefined> {
      const rows = await allRows(table, { partition: `${partitionOf[kind]}#${id}` });
      const record = rows.find(({ sk }) => sk === 'REC');
      const entries = rows.filter(({ sk }) => text(sk).startsWith('T#'));
      const [first = record] = entries;
      if (!first || (departments !== 'any' && !departments.includes(text(record?.['department'])))) return undefined;
      return {
        links: entries.map(linkOf),
        head: { version: Number(record?.['version']), hash: record ? text(record['timelineHash']) : 'gone' },
        contents: { record: record ? contentsHash(record) : 'gone', beside: besideOf(rows) },
      };
    },
  };
}

/** Forms as acts have left them, and what a grant has given: the hash of each by the key of its row. */
function besideOf(rows: readonly Row[]): Contents['beside'] {
  const forms = rows.filter(({ sk }) => text(sk).startsWith('FORM'));
  const issued = rows.filter(({ sk }) => sk === 'ISSUED');
  return Object.fromEntries([
    ...forms.map((row) => [text(row['sk']), sha256(text(row['form']))]),
    ...issued.map((row) => [text(row['sk']), rowHash(row)]),
  ]);
}

const linkOf = (row: Row): Link => {
  const left = secondShape().safeParse(row).data?.left;
  return {
    version: Number(text(row['sk']).slice(2)),
    prevHash: typeof row['prevHash'] === 'string' ? row['prevHash'] : '?',
    hash: left ? rowHash(row) : firstHash(row),
    left,
  };
};

/** Since 2: the hash is of the whole row, and the row tells what its act has left. */
const secondShape = once(() => z.object({ schema: z.literal(2), left: z.record(z.string(), z.string()) }));

// The order in which the fields of an entry were written, whatever it tells of.
const firstShape = once(() =>
  z.strictObject({
    at: z.string(),
    act: z.string(),
    office: z.string(),
    actor: z.string(),
    onBehalfOf: z.string().optional(),
    reason: z.string().optional(),
    confirmed: z.string().optional(),
    text: z.string().optional(),
    pk: z.string(),
    sk: z.string(),
    schema: z.literal(1),
    prevHash: z.string(),
  }),
);

/** Schema 1 told nothing of what its act left; its hash is of what it says and of the hash before it. */
function firstHash(row: Row): string | undefined {
  const found = firstShape().safeParse(row).data;
  if (!found) return undefined;
  const { pk, sk, schema, prevHash, ...entry } = found;
  return sha256(`${prevHash}${JSON.stringify(entry)}`);
}
