import { burdensAdded, type Burden } from './burden.ts';
import type { CatalogueFault } from './faults.ts';
import type { Item } from './item.ts';
import type { ItemLine, PublishedLine } from './line.ts';
import type { Offer } from './offer.ts';
import type { Outline } from './outline.ts';

/** An item of an edition, where that stands in it, and what is in force in its place. */
export interface Compared {
  n: number;
  item: Item;
  was: Item;
}

/**
 * What an edition of a district may not add by itself: a fee, a material, a condition, a door that shuts. Where a law adds it,
 * the edition names that law and the burden (`grounds`), and another person reviews both; what is charged or must be brought
 * anew names its own (行政许可法 arts 16, 58).
 */
export function burdenFaults(compared: readonly Compared[], { grounds }: Pick<Outline, 'grounds'>): CatalogueFault[] {
  const founded = new Set(grounds?.map(({ key }) => key));
  return compared.flatMap(({ n, item, was }) =>
    burdensAdded(item, was).flatMap((one) => faultsOf(one, { item, founded: founded.has(item.key) }, n)),
  );
}

function faultsOf(one: Burden, { item, founded }: { item: Item; founded: boolean }, n: number): CatalogueFault[] {
  const path = ['items', n, ...one.path];
  if (!founded) return [{ path, code: 'burden-added', about: one.was }];
  const [, m] = one.path;
  const line = one.line && typeof m === 'number' ? item[one.line][m] : undefined;
  return line && line.basis === undefined
    ? [{ path: [...path, 'basis'], code: 'basis-of-its-own', about: line.name }]
    : [];
}

type Place = (item: ItemLine) => PublishedLine | undefined;

/**
 * Of an item of an edition which one is in force in its place: of its key or, where that ends, of its basic code. Where none is,
 * the last that was counts: ending an item first makes no room for a burden.
 */
export function placesOf({ items, withdrawn }: Pick<Offer, 'items' | 'withdrawn'>): Place {
  const [inForce, ended] = [among(items), among(withdrawn.flatMap(({ last }) => last ?? []))];
  return (item) => inForce(item) ?? ended(item);
}

function among(lines: readonly PublishedLine[]): Place {
  const byKey = new Map(lines.map((one) => [one.key, one]));
  const byCode = new Map(lines.map((one) => [one.codes?.base, one]));
  return ({ key, codes }) => byKey.get(key) ?? (codes && byCode.get(codes.base));
}

/** A ground is of an item of the edition, and said once. */
export function groundFaults({ grounds = [], items }: Pick<Outline, 'grounds' | 'items'>): CatalogueFault[] {
  const keys = new Set(items.map(({ key }) => key));
  return grounds.flatMap(({ key }, n) =>
    keys.has(key) ? [] : [{ path: ['grounds', n, 'key'], code: 'unknown-item', about: key }],
  );
}
