import * as z from 'zod';
import { once } from '#shared/once';
import type { Key, Table } from '#shared/table';
import { bundleDefinition } from '../domain/bundle/definition.ts';
import { department, overlay } from '../domain/catalogue/item.ts';
import { publishedLine, withdrawal } from '../domain/catalogue/line.ts';

/** What a catalogue is made of. A piece and the content of an item are named by their hash and never change. */
export const currentKey: Key = { pk: 'CATALOGUE', sk: 'CURRENT' };
export const versionKey = (version: number): Key => ({ pk: 'CATALOGUE', sk: `V#${String(version).padStart(6, '0')}` });
export const pieceKey = (name: string): Key => ({ pk: `PIECE#${name}`, sk: 'PIECE' });
export const contentKey = (key: string, content: string): Key => ({ pk: `ITEM#${key}`, sk: `C#${content}` });

const names = once(() => z.array(z.string()));

/** A version of the catalogue: which pieces it is made of. One read, whatever the size of the catalogue. */
export const root = once(() =>
  z.object({
    version: z.int(),
    /** Where items are found by key: the leaf of a key is computed from it. */
    leaves: names(),
    departments: names(),
    items: names(),
    bundles: names(),
    withdrawn: names(),
    adjustments: names(),
    counts: names(),
  }),
);
export type Root = z.infer<ReturnType<typeof root>>;

const turn = once(() =>
  z.object({ key: z.string(), version: z.int(), since: z.int(), from: z.string(), content: z.string() }),
);
/** All that a catalogue says of one item, but for its content. */
const leafEntry = once(() =>
  z.object({
    key: z.string(),
    turns: z.array(z.union([turn(), withdrawal()])),
    adjustments: z.array(overlay()),
  }),
);
export type LeafEntry = z.infer<ReturnType<typeof leafEntry>>;
export const leaf = once(() => z.array(leafEntry()));

const piecesOf = <Kind extends string, One extends z.ZodType>(of: Kind, one: One) =>
  z.object({ of: z.literal(of), all: z.array(one) });

/** A piece of one of the lists of a catalogue. */
export const piece = once(() =>
  z.discriminatedUnion('of', [
    piecesOf('departments', department()),
    piecesOf('items', publishedLine()),
    piecesOf('bundles', bundleDefinition()),
    piecesOf('withdrawn', withdrawal()),
    piecesOf('adjustments', overlay()),
    piecesOf('counts', z.tuple([z.string(), z.int()])),
  ]),
);
export type Piece = z.infer<ReturnType<typeof piece>>;

// A leaf is a few KB, so that an item costs the same to find among twenty or two thousand.
const keysInLeaf = 32;

/** How many leaves so many items need. */
export const leavesFor = (keys: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(keys / keysInLeaf)));

/** The leaf of a key, from 0 (FNV-1a). */
export function leafOf(key: string, leaves: number): number {
  let hash = 0x811c9dc5;
  for (const one of key) hash = Math.imul(hash ^ one.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % leaves;
}

const packed = once(() => z.object({ pk: z.string(), sk: z.string(), content: z.instanceof(Uint8Array) }));
const mostKeys = 100;

/** Reads what is packed under some keys, in their order; some `most` of them stay in memory. Throws where one is missing. */
export function packedReader<Shape>(table: Table, schema: () => z.ZodType<Shape>, most: number) {
  const kept = new Map<string, Shape>();

  async function load(keys: readonly Key[]): Promise<[string, Shape][]> {
    const [first] = keys;
    const rows = first && keys.length === 1 ? [await table.get(first)] : await table.getAll(keys);
    // Loaded with the first catalogue, not at every start.
    const { gunzipSync } = await import('node:zlib');
    return rows.map((row) => {
      const { pk, sk, content } = packed().parse(row);
      return [placeOf({ pk, sk }), schema().parse(JSON.parse(gunzipSync(content).toString('utf8')))];
    });
  }

  return async (keys: readonly Key[]): Promise<Shape[]> => {
    const found = new Map(keys.flatMap((key) => entryOf(placeOf(key), kept)));
    const missing = [...new Map(keys.map((key) => [placeOf(key), key]))].filter(([place]) => !found.has(place));
    for (let n = 0; n < missing.length; n += mostKeys) {
      const loaded = await load(missing.slice(n, n + mostKeys).map(([, key]) => key));
      for (const [place, value] of loaded) found.set(place, value);
    }
    if (kept.size + missing.length > most) kept.clear();
    for (const [place, value] of found) kept.set(place, value);
    return keys.map((key) => theOne(found.get(placeOf(key))));
  };
}

const placeOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

function entryOf<Value>(place: string, kept: ReadonlyMap<string, Value>): [string, Value][] {
  const known = kept.get(place);
  return known === undefined ? [] : [[place, known]];
}

function theOne<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Error('a piece of the catalogue is missing');
  return found;
}
