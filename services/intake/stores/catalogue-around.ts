import { bundled } from '../domain/bundle/bundled.ts';
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
  /** What was part of it and has ended. */
  ended: readonly (ItemEnd & { item: string })[];
  catalogueVersion: number;
}

/** Few look at bundles: what their rules need is loaded with the first who does. */
async function offeredOf(
  made: readonly BundleDefinition[],
  { items, withdrawn }: Pick<Offer<PublishedItem>, 'items' | 'withdrawn'>,
) {
  const { bundlesOffered } = await import('../domain/bundle/offered.ts');
  return bundlesOffered({ items: items.map((one) => ({ ...one, ...bundled(one) })), withdrawn, bundles: made });
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
    const looked = new Set(entries.map(({ key }) => key));
    const withdrawn = turns.flatMap((one) => (isItem(one) ? [] : [one]));
    const made = (await reader.bundles(found)).filter(({ parts }) => parts.every(({ item }) => looked.has(item)));
    const bundles = made.length > 0 ? await offeredOf(made, { items: whole, withdrawn }) : [];
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

    /** A bundle as it can be begun, with its items and the ends of those that it had. */
    async bundle(key: string): Promise<OfferedBundle | undefined> {
      const all = await partsOf(key);
      const offered = await items(all);
      const definition = offered?.bundles.find((one) => one.key === key);
      if (!offered || !definition) return undefined;
      const parts = new Set(definition.parts.map(({ item }) => item));
      const own = offered.items.filter((item) => parts.has(item.key));
      const ended = all.flatMap((item) => {
        const end = parts.has(item) ? undefined : endOfItem(offered, item);
        return end ? [{ item, ...end }] : [];
      });
      const whole = new Map(own.map((item) => [item.key, item]));
      return { definition, items: whole, ended, catalogueVersion: offered.version };
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
