import * as z from 'zod';
import { dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Key, Table } from '#shared/table';
import { catalogue, type Catalogue, type PublishedItem } from '../domain/catalogue/item.ts';
import { asOffered, offeredOn, type Offer } from '../domain/catalogue/offer.ts';

const stored = once(() => z.object({ version: z.int(), content: z.instanceof(Uint8Array) }));

export const currentKey: Key = { pk: 'CATALOGUE', sk: 'CURRENT' };
export const versionKey = (version: number): Key => ({ pk: 'CATALOGUE', sk: `V#${String(version).padStart(6, '0')}` });

/** How long a snapshot is trusted before its version is looked at again, in milliseconds. */
const trustedMs = 30_000;

export type CatalogueStore = ReturnType<typeof catalogueStore>;

/**
 * The catalogue of a set, as one snapshot in memory. A whole catalogue fits one row (some 200 items, kept compressed);
 * every version stays, because a case stays on the one it began with.
 */
export function catalogueStore(table: Table, now: () => Date) {
  let held: { catalogue: Catalogue; checkedAt: number } | undefined;
  /** The last older version that was read: it never changes, and a request asks for it more than once. */
  let older: Catalogue | undefined;
  let offer: { of: Catalogue; day: Day; is: Offer } | undefined;

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

  /** All that is published, read anew; undefined before the first catalogue is loaded. */
  async function latest(): Promise<Catalogue | undefined> {
    const found = await read(currentKey);
    held = found && { catalogue: found, checkedAt: now().getTime() };
    return found;
  }

  /** What a catalogue offers today; a day begins at midnight in Shanghai. */
  function today(found: Catalogue): Offer {
    const day = dayOf(now());
    if (offer?.of !== found || offer.day !== day) offer = { of: found, day, is: offeredOn(found, day) };
    return offer.is;
  }

  return {
    latest,

    /** What is offered today. */
    async current(): Promise<Offer | undefined> {
      const fresh = held && Math.abs(now().getTime() - held.checkedAt) < trustedMs;
      const found = fresh ? held?.catalogue : await latest();
      return found && today(found);
    },

    /**
     * An item as it was in a version of the catalogue. A version of an item never changes, so a snapshot that has it will
     * do, however old; only a cold start and a draft older than the snapshot cost a read.
     */
    async itemAt(
      key: string,
      { itemVersion, catalogueVersion }: { itemVersion: number; catalogueVersion: number },
    ): Promise<PublishedItem> {
      const isIt = (one: PublishedItem) => one.key === key && one.version === itemVersion;
      const near = [held?.catalogue, older].find((one) => one?.items.some(isIt));
      const known = near ?? (older = await read(versionKey(catalogueVersion)));
      const kept = known?.items.find(isIt);
      if (!known || !kept) throw new Error('a version of the catalogue that a case began with is missing');
      return asOffered(kept, known);
    },

    /** What was read may be old: the next reader looks again. */
    forget(): void {
      held = undefined;
    },
  };
}
