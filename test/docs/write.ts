import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tree/sources.ts';
import { documents } from './documents.ts';
import { breaches } from './frozen.ts';

const broken = breaches();
if (broken.length > 0) {
  console.error(
    `A released contract may only gain optional fields; write a new version beside it:\n${broken.join('\n')}`,
  );
  process.exit(1);
}

for (const { path, text } of documents()) {
  await writeFile(join(root, path), text);
  console.log(`wrote ${path}`);
}
