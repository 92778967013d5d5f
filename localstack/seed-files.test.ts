import { expect, test } from 'vitest';
import * as z from 'zod';
import { chargeList, listFaults } from '../services/payments/domain/charge/charge-list.ts';
import { readChargeList, readSeed, readSeedChunks } from './seed-files.ts';

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

test('whatever the items of the catalogue may charge is on the charge list, by the same payee and at the same rate', () => {
  const list = chargeList().parse(readChargeList());
  expect(listFaults(list)).toEqual([]);
  const fees = z.array(z.looseObject({ code: z.string(), payee: z.string(), rateFen: z.int() }));
  const asked = whole.items.flatMap((item) => fees.parse(item['fee'] ?? []));
  const known = new Map(list.charges.map(({ code, payee, rateFen }) => [code, { payee, rateFen }]));
  for (const { code, payee, rateFen } of asked) expect([code, known.get(code)]).toEqual([code, { payee, rateFen }]);
  expect(asked.length).toBeGreaterThan(0);
});
