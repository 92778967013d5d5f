import { contentOf } from './catalogue.ts';
import type { CatalogueInput, Item } from './item.ts';
import type { Offer } from './offer.ts';

// A request takes 256 KB.
const partBytes = 200_000;

/**
 * What is offered as `POST /intake/catalogue` takes it. What does not fit one request comes in parts, each of which may be
 * published by itself: the departments with the first, an item after those that it needs, bundles with the last.
 */
export function exportParts({ departments, items, bundles }: Offer): CatalogueInput[] {
  const parts = split(neededFirst(items.map(contentOf)));
  return parts.map((part, n) => ({
    departments: n === 0 ? [...departments] : [],
    items: part,
    bundles: n === parts.length - 1 ? [...bundles] : [],
    withdraw: [],
    whole: parts.length === 1,
  }));
}

function neededFirst(items: readonly Item[]): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const placed = new Set<Item>();
  const place = (item: Item, above: ReadonlySet<Item>) => {
    // Items that need one another in a circle keep their order.
    if (placed.has(item) || above.has(item)) return;
    const needed = (item.needs ?? []).flatMap((need) => need.split('|')).flatMap((key) => byKey.get(key) ?? []);
    for (const one of needed) place(one, new Set([...above, item]));
    placed.add(item);
  };
  for (const item of items) place(item, new Set());
  return [...placed];
}

function split(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  let size = Infinity;
  for (const item of items) {
    const bytes = utf8Length(JSON.stringify(item)) + 1;
    if (size + bytes > partBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += bytes;
  }
  return parts;
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
