import type { BundleDefinition } from '../domain/bundle/definition.ts';
import type { PublishedItem } from '../domain/catalogue/item.ts';
import { endOfItem, type ItemEnd } from '../domain/catalogue/item-end.ts';
import type { Offer } from '../domain/catalogue/offer.ts';
import type { LeafEntry } from './catalogue-pieces.ts';
import { holdingOf, isItem, type Reading } from './catalogue-reader.ts';

/** A bundle that is offered, with its items. */
export interface OfferedBundle {
  definition: BundleDefinition;
  items: ReadonlyMap<string, PublishedItem>;
  catalogueVersion: number;
}

/** What is offered today of a few items and of what took their place, and the bundles that are made of them. */
export function catalogueAround(reading: Reading) {
  const { reader, current } = reading;

  /** Items, and the items that took the place of those that ended; of bundles those made of these alone. */
  async function items(keys: readonly string[]): Promise<Offer<PublishedItem> | undefined> {
    const found = await current();
    if (!found) return undefined;
    const entries = await withSuccessors(keys, (some) => reader.entries(found, some), reading);
    const turns = [...holdingOf(reading, entries).values()];
    const whole = await reader.offered(turns.filter(isItem), entries);
    const offered = new Set(whole.map(({ key }) => key));
    const bundles = (await reader.bundles(found)).filter(({ parts }) => parts.every(({ item }) => offered.has(item)));
    const withdrawn = turns.flatMap((one) => (isItem(one) ? [] : [one]));
    return { version: found.version, departments: [], items: whole, bundles, withdrawn };
  }

  /** The items that a bundle is made of now, whether or not they are offered. */
  async function partsOf(bundleKey: string): Promise<string[]> {
    const found = await current();
    const definition = found && (await reader.bundles(found)).find(({ key }) => key === bundleKey);
    return definition?.parts.map(({ item }) => item) ?? [];
  }

  return {
    items,
    partsOf,

    /** A bundle with its items, where all of them are offered. */
    async bundle(key: string): Promise<OfferedBundle | undefined> {
      const offered = await items(await partsOf(key));
      const definition = offered?.bundles.find((one) => one.key === key);
      if (!offered || !definition) return undefined;
      const whole = new Map(offered.items.map((item) => [item.key, item]));
      return { definition, items: whole, catalogueVersion: offered.version };
    },

    /** The end of an item that is offered no more. */
    async endOf(key: string): Promise<ItemEnd | undefined> {
      const offered = await items([key]);
      return offered && endOfItem(offered, key);
    },
  };
}

/** What is said of items, and of all that took their place. */
async function withSuccessors(
  keys: readonly string[],
  entriesOf: (keys: readonly string[]) => Promise<LeafEntry[]>,
  reading: Reading,
): Promise<LeafEntry[]> {
  const entries = await entriesOf(keys);
  const ended = [...holdingOf(reading, entries).values()].flatMap((one) => (isItem(one) ? [] : [one.successor]));
  const more = ended.filter((key) => key !== undefined).filter((key) => !keys.includes(key));
  return more.length > 0 ? withSuccessors([...keys, ...more], entriesOf, reading) : entries;
}
