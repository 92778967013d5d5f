import type { PublishedItem } from './item.ts';
import type { Offer } from './offer.ts';

export interface ItemFilter {
  audience?: string | undefined;
  department?: string | undefined;
}

/** Items for an audience or of a department, in the order of the catalogue. */
export function fittingItems({ items }: Pick<Offer, 'items'>, { audience, department }: ItemFilter): PublishedItem[] {
  return items.filter(
    (item) =>
      (!audience || item.audience.some((one) => one === audience)) && (!department || item.department === department),
  );
}
