import { longerThanCity, type Bounds } from './city-limits.ts';
import type { CatalogueFault } from './faults.ts';
import type { Catalogue } from './line.ts';
import type { Outline } from './outline.ts';
import { words } from './limit-faults.ts';
import { asOffered } from './offer.ts';

/** A district's item, with what it adjusts of it, takes no longer than the city's of the same code. */
export function longerFaults(
  { items }: Pick<Outline, 'items'>,
  current: Pick<Catalogue, 'adjustments'> = { adjustments: [] },
  bounds: Bounds,
): CatalogueFault[] {
  return items.flatMap((item, n) =>
    longerThanCity(asOffered(item, current), bounds).map((one) => ({
      path: ['items', n, one.field],
      code: 'longer-than-city' as const,
      about: words(one.city),
    })),
  );
}
