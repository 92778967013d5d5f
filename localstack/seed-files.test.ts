import { expect, test } from 'vitest';
import { readSeed, readSeedChunks } from './seed-files.ts';

const whole = readSeed();
const chunks = readSeedChunks();

test('each part of the demonstration catalogue fits into one request, and together they are all of it', () => {
  for (const chunk of chunks) expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThan(210_000);
  expect(chunks.flatMap(({ items }) => items)).toEqual(whole.items);
  expect(chunks.flatMap(({ departments }) => departments)).toEqual(whole.departments);
  expect(chunks.flatMap(({ bundles }) => bundles)).toEqual(whole.bundles);
});

test('departments come first, bundles last, and an item after those that it needs', () => {
  expect(chunks[0]?.departments).toEqual(whole.departments);
  expect(chunks.at(-1)?.bundles).toEqual(whole.bundles);
  const seen = new Set<string>();
  for (const { key, needs = [] } of whole.items) {
    for (const need of needs) for (const one of need.split('|')) expect(seen).toContain(one);
    seen.add(key);
  }
});
