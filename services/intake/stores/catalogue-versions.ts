import type { Key, Table } from '#shared/table';
import { currentKey, root, versionKey, type Root } from './catalogue-pieces.ts';

/** How long a version is trusted before the one row that names the latest is looked at again, in milliseconds. */
const trustedMs = 30_000;
const keptVersions = 100;

/** The versions of a set's catalogue: each is one row that names what it is made of. */
export function catalogueVersions(table: Table, now: () => Date) {
  let held: { root: Root; checkedAt: number } | undefined;
  /** Versions that cases began with. */
  const known = new Map<number, Root>();

  async function read(key: Key): Promise<Root | undefined> {
    const row = await table.get(key);
    if (row?.['schema'] === 1) return (await import('./first-catalogue.ts')).inPieces(table, key, row);
    return row && root().parse(row);
  }

  /** The version in force, read anew; undefined before the first catalogue is loaded. */
  async function latest(): Promise<Root | undefined> {
    const found = await read(currentKey);
    held = found && { root: found, checkedAt: now().getTime() };
    return found;
  }

  return {
    latest,

    async current(): Promise<Root | undefined> {
      const fresh = held && Math.abs(now().getTime() - held.checkedAt) < trustedMs;
      return fresh ? held?.root : latest();
    },

    /** The last that was read, however long ago. */
    near: (): Root | undefined => held?.root,

    /** A version of which it is known that it was once in force. */
    async at(version: number): Promise<Root> {
      const found = known.get(version) ?? (await read(versionKey(version)));
      if (!found) throw new Error('a version of the catalogue that a case began with is missing');
      if (known.size >= keptVersions) known.clear();
      known.set(version, found);
      return found;
    },

    /** What was read may be old: the next reader looks again. */
    forget(): void {
      held = undefined;
    },
  };
}
