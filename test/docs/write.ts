import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documents } from './documents.ts';

const root = join(import.meta.dirname, '../..');

for (const { path, text } of documents()) {
  await writeFile(join(root, path), text);
  console.log(`wrote ${path}`);
}
