import { dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { PublishedItem } from '../domain/catalogue/item.ts';
import type { ItemEnd } from '../domain/catalogue/item-end.ts';
import type { Catalogue } from '../domain/catalogue/line.ts';
import { offeredOn, type Offer } from '../domain/catalogue/offer.ts';
import type { Root } from './catalogue-pieces.ts';
import { catalogueReader, holdingOf, isItem, type Reading } from './catalogue-reader.ts';
import { catalogueVersions } from './catalogue-versions.ts';

export type CatalogueStore = ReturnType<typeof catalogueStore>;

/** An item that is offered, and the catalogue in which it stands. */
export interface Offered {
  item: PublishedItem;
  catalogueVersion: number;
}

/**
 * The catalogue of a set. Its versions are made of pieces that never change, so what was read once stays good: a request
 * looks at one row for the version, and reads of the rest what it has not read yet. Every version stays, because a case
 * stays on the one it began with.
 */
export function catalogueStore(table: Table, now: () => Date) {
  const reader = catalogueReader(table);
  const versions = catalogueVersions(table, now);
  let offer: { version: number; day: Day; is: Offer } | undefined;

  return {
    ...near({ reader, now, current: () => versions.current() }),
    /** The whole of items, as they were posted. */
    contents: reader.whole,
    forget: () => versions.forget(),

    /** Looks whether there is another version, beside what else a request reads. */
    async ready(): Promise<void> {
      await versions.current();
    },

    /** All that is published, but for the contents of items; read anew. */
    async latest(): Promise<Catalogue | undefined> {
      const found = await versions.latest();
      return found && reader.all(found);
    },

    /** All that is offered today, a line for each item; a day begins at midnight in Shanghai. */
    async current(): Promise<Offer | undefined> {
      const found = await versions.current();
      const day = dayOf(now());
      if (!found) return undefined;
      if (offer?.version !== found.version || offer.day !== day) {
        offer = { version: found.version, day, is: offeredOn(await reader.offers(found), day) };
      }
      return offer.is;
    },

    async departments(): Promise<Catalogue['departments']> {
      const found = await versions.current();
      return found ? reader.departments(found) : [];
    },

    /** An item as it was in a version of the catalogue: a version of an item is the same wherever it stands. */
    async itemAt(
      key: string,
      { itemVersion, catalogueVersion }: { itemVersion: number; catalogueVersion: number },
    ): Promise<PublishedItem> {
      const inThat = async (at: Root | undefined) => {
        const entries = at ? await reader.entries(at, [key]) : [];
        const turn = entries.flatMap(({ turns }) => turns).find(({ version }) => version === itemVersion);
        return turn && isItem(turn) ? reader.offered([turn], entries) : [];
      };
      const [near] = await inThat(versions.near());
      const [kept] = near ? [near] : await inThat(await versions.at(catalogueVersion));
      if (!kept) throw new Error('a version of an item that a case began with is missing');
      return kept;
    },
  };
}

/** What is offered today of a few items: found by their keys, without what else there is. */
function near(reading: Reading) {
  const { reader, current } = reading;
  // What few routes use is loaded with the first of them.
  const around = once(async () => (await import('./catalogue-around.ts')).catalogueAround(reading));

  return {
    /** Items with what took their place, and bundles. */
    around,

    /** An item as it is offered; undefined where it is not. */
    async item(key: string): Promise<Offered | undefined> {
      const found = await current();
      const entries = found ? await reader.entries(found, [key]) : [];
      const turn = holdingOf(reading, entries).get(key);
      const [item] = turn && isItem(turn) ? await reader.offered([turn], entries) : [];
      return found && item && { item, catalogueVersion: found.version };
    },

    /** The end of an item; undefined while it is offered. */
    async endOf(key: string): Promise<ItemEnd | undefined> {
      const found = await current();
      const turn = found && holdingOf(reading, await reader.entries(found, [key])).get(key);
      return turn && !isItem(turn) ? (await around()).endOf(key) : undefined;
    },
  };
}
