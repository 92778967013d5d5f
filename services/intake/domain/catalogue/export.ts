import { bundlesOffered } from '../bundle/offered.ts';
import type { CatalogueInput } from './item.ts';
import type { PublishedLine } from './line.ts';
import type { Offer } from './offer.ts';

// A request takes 256 KB.
const partBytes = 200_000;

/** What one part of an export says, with the lines of its items. */
export type ExportPart = Omit<CatalogueInput, 'items'> & { items: PublishedLine[] };

/** What is offered as `POST /intake/catalogue` takes it, in as many parts as requests need: departments with the first, bundles with the last. */
export function exportParts(offer: Offer): ExportPart[] {
  const { departments, items } = offer;
  const bundles = bundlesOffered(offer);
  const parts = split(items);
  return parts.map((part, n) => ({
    departments: n === 0 ? [...departments] : [],
    items: part,
    bundles: n === parts.length - 1 ? [...bundles] : [],
    withdraw: [],
    whole: n === 0,
    ...(n === 0 && parts.length > 1 && { parts: parts.length }),
  }));
}

function split(items: readonly PublishedLine[]): PublishedLine[][] {
  const parts: PublishedLine[][] = [];
  let size = Infinity;
  for (const item of items) {
    if (size + item.bytes > partBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += item.bytes;
  }
  return parts;
}
