import { gzipSync } from 'node:zlib';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import type { Catalogue } from '../domain/catalogue/line.ts';
import {
  currentKey,
  leafOf,
  leavesFor,
  pieceKey,
  root,
  versionKey,
  type LeafEntry,
  type Piece,
  type Root,
} from './catalogue-pieces.ts';
import { nameOf } from './item-rows.ts';

// A row takes 400 KB, a transaction 4 MB: a piece is never larger than its text.
const pieceCharacters = 100_000;
const piecesAtOnce = 8;

/** Puts the next catalogue of a set in the place of the one before. */
export function catalogueWriter(table: Table) {
  return {
    /**
     * Writes the pieces of the next catalogue that are not there yet: nothing names them before the writes that this gives are
     * made, in a transaction, where the catalogue that it was made from is still in force.
     */
    async stage(next: Catalogue): Promise<Write[]> {
      const before = await table.get(currentKey);
      const there = before?.['schema'] === 2 ? Object.values(root().parse(before)).flat() : [];
      const made = await writePieces(table, next, new Set(there));
      const { version } = next;
      const row = { schema: 2, ...made };
      return [
        { put: { ...currentKey, ...row }, when: version === 1 ? ifAbsent : ifVersion(version - 1) },
        { put: { ...versionKey(version), ...row }, when: ifAbsent },
      ];
    },
  };
}

/** Writes what a catalogue is made of and is not there yet; gives what names it. */
export async function writePieces(table: Table, of: Catalogue, there: ReadonlySet<unknown>): Promise<Root> {
  const { made, pieces } = piecesOf(of);
  const fresh = [...pieces].filter(([name]) => !there.has(name));
  for (let n = 0; n < fresh.length; n += piecesAtOnce) {
    const some = fresh.slice(n, n + piecesAtOnce);
    await table.transact(
      some.map(([name, text]) => ({ put: { ...pieceKey(name), schema: 1, content: gzipSync(text) } })),
    );
  }
  return made;
}

/** The pieces of a catalogue by their names, and the row that names them. */
export function piecesOf(catalogue: Catalogue): { made: Root; pieces: Map<string, string> } {
  const pieces = new Map<string, string>();
  const named = (text: string): string => {
    const name = nameOf(text);
    pieces.set(name, text);
    return name;
  };
  const list = (of: Piece['of'], entries: readonly unknown[]): string[] =>
    textsOf(entries).map((all) => named(`{"of":"${of}","all":${all}}`));
  const { version, departments, items, bundles, withdrawn, adjustments, counts } = catalogue;
  const made = {
    version,
    leaves: leavesOf(catalogue).map((leaf) => named(JSON.stringify(leaf))),
    departments: list('departments', departments),
    items: list('items', items),
    bundles: list('bundles', bundles),
    withdrawn: list('withdrawn', withdrawn),
    adjustments: list('adjustments', adjustments),
    counts: list('counts', Object.entries(counts)),
  };
  return { made, pieces };
}

/** What the catalogue says of each item, in leaves by key. */
function leavesOf({ items, withdrawn, adjustments }: Catalogue): LeafEntry[][] {
  const lines = items.map(({ key, version, since, from, content }) => ({ key, version, since, from, content }));
  const ends = withdrawn.map(({ last: _, ...end }) => end);
  const byKey = Map.groupBy([...lines, ...ends], ({ key }) => key);
  const adjusted = Map.groupBy(adjustments, ({ key }) => key);
  const leaves = Array.from({ length: leavesFor(byKey.size) }, (): LeafEntry[] => []);
  for (const [key, turns] of byKey) {
    leaves[leafOf(key, leaves.length)]?.push({ key, turns, adjustments: adjusted.get(key) ?? [] });
  }
  // A piece that says the same has the same name, in whatever order the catalogue is.
  return leaves.map((leaf) => leaf.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
}

/** A list as JSON, in as many texts as rows need. */
function textsOf(entries: readonly unknown[]): string[] {
  const texts: string[][] = [];
  let size = Infinity;
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    if (size + text.length > pieceCharacters) {
      texts.push([]);
      size = 0;
    }
    texts.at(-1)?.push(text);
    size += text.length;
  }
  return texts.map((some) => `[${some.join(',')}]`);
}
