import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const folder = join(import.meta.dirname, '../services/intake/seed');
const chunkBytes = 200_000;

const keyed = z.looseObject({ key: z.string() });
const seedItem = keyed.extend({ needs: z.array(z.string()).optional() });
export type SeedItem = z.infer<typeof seedItem>;

/** Part of the demonstration catalogue, small enough for one request. */
export interface SeedChunk {
  departments: z.infer<typeof keyed>[];
  bundles: z.infer<typeof keyed>[];
  items: SeedItem[];
}

/** The demonstration catalogue: an item stands after those that it needs. */
export function readSeed(): SeedChunk {
  const items = readdirSync(join(folder, 'items'))
    .toSorted()
    .map((name) => seedItem.parse(read(`items/${name}`)));
  return {
    departments: z.array(keyed).parse(read('departments.json')),
    bundles: z.array(keyed).parse(read('bundles.json')),
    items: neededFirst(items),
  };
}

/** The same in parts: the departments come with the first, what items need before them, the bundles with the last. */
export function readSeedChunks(): SeedChunk[] {
  const { departments, bundles, items } = readSeed();
  const parts = split(items);
  return parts.map((part, n) => ({
    departments: n === 0 ? departments : [],
    bundles: n === parts.length - 1 ? bundles : [],
    items: part,
  }));
}

/** The demonstration list of charges; its subject codes are samples. */
export function readChargeList(): object {
  const file = join(folder, '../../payments/seed/charge-list.json');
  return z
    .looseObject({ payees: z.array(keyed), charges: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

function neededFirst(items: readonly SeedItem[]): SeedItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const placed = new Set<SeedItem>();
  const place = (item: SeedItem, above: readonly SeedItem[]) => {
    if (placed.has(item)) return;
    if (above.includes(item)) throw new Error(`the seed's items need one another in a circle: ${item.key}`);
    const needed = (item.needs ?? []).flatMap((need) => need.split('|')).flatMap((key) => byKey.get(key) ?? []);
    for (const one of needed) place(one, [...above, item]);
    placed.add(item);
  };
  for (const item of items) place(item, []);
  return [...placed];
}

/** Parts of at most `chunkBytes` each, in the same order. */
function split(items: readonly SeedItem[]): SeedItem[][] {
  const parts: SeedItem[][] = [];
  let size = Infinity;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (size + bytes > chunkBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += bytes;
  }
  return parts;
}
