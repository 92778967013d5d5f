import * as z from 'zod';
import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { catalogueInput, publishedItem, type Catalogue, type PublishedItem } from '../domain/catalogue/item.ts';

const catalogue = once(() => catalogueInput().extend({ version: z.int(), items: z.array(publishedItem()) }));
const stored = once(() => z.object({ version: z.int(), content: z.instanceof(Uint8Array) }));

const currentKey: Key = { pk: 'CATALOGUE', sk: 'CURRENT' };
const versionKey = (version: number): Key => ({ pk: 'CATALOGUE', sk: `V#${String(version).padStart(6, '0')}` });

/** How long a snapshot is trusted before its version is looked at again, in milliseconds. */
const trustedMs = 30_000;

export type CatalogueStore = ReturnType<typeof catalogueStore>;

/**
 * The catalogue of a set, as one snapshot in memory. A whole catalogue fits one row (its JSON is at most 256 KB, kept
 * compressed); every version stays, because a case stays on the one it began with.
 */
export function catalogueStore(table: Table, publisher: Publisher, now: () => Date) {
  let held: { catalogue: Catalogue; checkedAt: number } | undefined;

  async function read(key: Key): Promise<Catalogue | undefined> {
    const row = await table.get(key);
    if (!row) return undefined;
    const { version, content } = stored().parse(row);
    // An unchanged version need not be unpacked again.
    if (held?.catalogue.version === version) return held.catalogue;
    // Loaded with the first catalogue, not at every start.
    const { gunzipSync } = await import('node:zlib');
    return catalogue().parse(JSON.parse(gunzipSync(content).toString('utf8')));
  }

  /** The catalogue offered now, read anew; undefined before the first one is loaded. */
  async function latest(): Promise<Catalogue | undefined> {
    const found = await read(currentKey);
    held = found && { catalogue: found, checkedAt: now().getTime() };
    return found;
  }

  async function current(): Promise<Catalogue | undefined> {
    if (held && Math.abs(now().getTime() - held.checkedAt) < trustedMs) return held.catalogue;
    return latest();
  }

  return {
    latest,
    current,

    /**
     * An item as it was in a version of the catalogue. A version of an item never changes, so a snapshot that has it will
     * do, however old; only a cold start and a draft older than the snapshot cost a read.
     */
    async itemAt(
      key: string,
      { itemVersion, catalogueVersion }: { itemVersion: number; catalogueVersion: number },
    ): Promise<PublishedItem> {
      const offered = held?.catalogue.items.find((one) => one.key === key);
      // An item that was dropped and offered anew counts from 1 again: one that began later is another.
      if (offered?.version === itemVersion && offered.since <= catalogueVersion) return offered;
      const kept = (await read(versionKey(catalogueVersion)))?.items.find((one) => one.key === key);
      if (!kept) throw new Error('a version of the catalogue that a case began with is missing');
      return kept;
    },

    async publish({ next, facts }: { next: Catalogue; facts: readonly Fact[] }, cause: Cause): Promise<void> {
      const { version } = next;
      const { gzipSync } = await import('node:zlib');
      const row = { schema: 1, version, content: gzipSync(JSON.stringify(next)) };
      await table.transact([
        ...markWrites(cause),
        { put: { ...currentKey, ...row }, when: version === 1 ? ifAbsent : ifVersion(version - 1) },
        { put: { ...versionKey(version), ...row }, when: ifAbsent },
        ...outboxWrites(publisher, { id: 'catalogue', version }, { facts, cause }),
      ]);
      held = undefined;
    },
  };
}
