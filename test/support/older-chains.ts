import { createHash } from 'node:crypto';
import type { Key, Row } from '#shared/table';
import type { Chain } from './chains.ts';

type Kept = Key & Row;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
// The order in which the fields of an entry were written, whatever it told of.
const fields = ['at', 'act', 'office', 'actor', 'onBehalfOf', 'reason', 'confirmed', 'text'];

/** The rows of a record as they were written before acts told what they left: commitments had no timeline at all. */
export function asBefore({ kind, rows }: Chain): Kept[] {
  let timelineHash = '';
  const entries = rows
    .filter(({ sk }) => sk.startsWith('T#'))
    .map(({ pk, sk, ...row }): Kept => {
      const said = Object.fromEntries(fields.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
      const found = { pk, sk, schema: 1, ...said, prevHash: timelineHash };
      timelineHash = sha256(`${timelineHash}${JSON.stringify(said)}`);
      return found;
    });
  const others = rows.filter(({ sk }) => !sk.startsWith('T#'));
  if (kind === 'commitments') return others.map(({ timelineHash: _, ...row }) => ({ ...row, pk: row.pk, sk: row.sk }));
  return [...others.map((row) => (row.sk === 'REC' ? { ...row, timelineHash } : row)), ...entries];
}
