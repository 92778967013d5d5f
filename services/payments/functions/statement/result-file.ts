import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { File } from '#shared/bucket';
import type { Outcome } from '../../domain/reconciliation/outcome.ts';
import { csvField, csvOf } from '#shared/csv';
import type { Run } from './run-deps.ts';

const header = [
  'line',
  'class',
  'direction',
  'number',
  'ref',
  'amountFen',
  'feeFen',
  'ledgerFen',
  'ledgerDay',
  'detail',
];
const zipped = promisify(gzip);

/** What was found of each row of a partition, and of each item that none shows: a CSV in UTF-8 with a byte order mark, packed. */
export async function resultFile({ id }: Run, shard: number, outcomes: readonly Outcome[]): Promise<File> {
  const lines: string[] = [];
  for (const one of outcomes) {
    if (one.rows.length === 0) lines.push(lineOf(one));
    for (const row of one.rows) lines.push(lineOf(one, row));
  }
  const text = csvOf([header]) + lines.join('');
  // Time is dearer here than room.
  const bytes = await zipped(text, { level: 1 });
  return { bytes, contentType: 'application/gzip', fileName: `${id}-${shard}.csv.gz` };
}

/** Joined by hand: there may be a million. Only the channel's own number can hold anything that needs quotes. */
function lineOf({ class: found, direction, number, side, detail }: Outcome, row?: Outcome['rows'][number]): string {
  const said = row ? `${csvField(row.ref)},${row.amountFen},${row.feeFen}` : ',,';
  const ledger = side ? `${side.amountFen},${side.day}` : ',';
  return `${row?.line ?? ''},${found},${row?.direction ?? direction},${csvField(row?.number ?? number)},${said},${ledger},${detail}\r\n`;
}
