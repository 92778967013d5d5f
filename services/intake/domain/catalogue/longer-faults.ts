import { longerThanCity, type Bounds } from './city-limits.ts';
import type { CatalogueFault } from './faults.ts';
import type { Catalogue, CatalogueInput } from './item.ts';
import { words } from './limit-faults.ts';
import { asOffered } from './offer.ts';

/** A district's item, with what it adjusts of it, takes no longer than the city's of the same code. */
export function longerFaults(
  { items }: Pick<CatalogueInput, 'items'>,
  current: Pick<Catalogue, 'adjustments'> = { adjustments: [] },
  bounds: Bounds,
): CatalogueFault[] {
  return items.flatMap((item, n) =>
    longerThanCity(asOffered({ ...item, version: 0, since: 0, from: bounds.day }, current), bounds).map((one) => ({
      path: ['items', n, one.field],
      code: 'longer-than-city' as const,
      about: words(one.city),
    })),
  );
}
