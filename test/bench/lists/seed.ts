import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import { binaryPath } from '../../../localstack/dynamodb/binary.ts';
import { databaseName } from '../../../localstack/dynamodb/engine.ts';
import type { Row } from '../../../shared/table.ts';
import { tableShape } from '../../support/table-shape.ts';

/** A table to be filled: `rowsOf` gives the rows of one thing, which only differs from the others by its id. */
export interface Seed {
  name: string;
  parts: { count: number; rows: (id: string) => Row[] }[];
}

const idOf = (n: number): string => `0190a5b2-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const model = 'ffffffff-0000-7000-8000-000000000000';

/** Fills tables past the HTTP interface, from files as DynamoDB exports them: a million rows in a minute or two. */
export async function seed(directory: string, seeds: readonly Seed[]): Promise<void> {
  await importLines(
    directory,
    seeds.map((one) => ({ name: one.name, lines: linesOf(one) })),
  );
}

/** Tables of rows as DynamoDB exports them, each a line of JSON. */
export async function importLines(
  directory: string,
  seeds: readonly { name: string; lines: Iterable<string> }[],
): Promise<void> {
  const source = join(directory, 'export');
  for (const one of seeds) await exportOf(one.lines, join(source, one.name, 'data'));
  const schema = join(directory, 'schema.json');
  const tables = seeds.map(({ name }) => ({ Table: { TableName: name, ...tableShape } }));
  await writeFile(schema, JSON.stringify(tables));
  const paths = ['--source', source, '--schema', schema, '--output', join(directory, databaseName)];
  await promisify(execFile)(binaryPath(), ['import', ...paths]);
  await rm(source, { recursive: true });
}

function* linesOf({ parts }: Seed): Generator<string> {
  let n = 0;
  for (const { count, rows } of parts) {
    const text = rows(model).map(lineOf).join('');
    for (let made = 0; made < count; made += 1) {
      n += 1;
      yield text.replaceAll(model, idOf(n));
    }
  }
}

/** A row as a line of an export. */
export const lineOf = (row: Row): string =>
  `${JSON.stringify({ Item: marshall(row, { removeUndefinedValues: true }) })}\n`;

async function exportOf(lines: Iterable<string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const zipped = createGzip({ level: 1 });
  const file = zipped.pipe(createWriteStream(join(folder, 'rows.json.gz')));
  for (const line of lines) if (!zipped.write(line)) await once(zipped, 'drain');
  zipped.end();
  await once(file, 'finish');
}
