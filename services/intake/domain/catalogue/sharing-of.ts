import type { Item, Situation } from './item.ts';
import { requirementsOf } from './requirements.ts';

/** What the office gets for a case of shared data, and by which law it asks. */
export interface Sharing {
  basis?: string;
  shared?: { requirement: string; resource: string }[];
}

/** A law is named by its article; what an item says beyond that does not fit a fact. */
const longestBasis = 300;

/** What sharing provides of an item's list, which the library is told of with the submission; nothing where it provides nothing. */
export function sharingOf(
  item: Pick<Item, 'materials' | 'commitment' | 'basis'>,
  about: { situation: Situation; committed?: boolean },
): Sharing {
  const shared = requirementsOf(item, about).flatMap(({ type: requirement, sharedResource: resource }) =>
    resource === null ? [] : [{ requirement, resource }],
  );
  return shared.length === 0 ? {} : { basis: item.basis.slice(0, longestBasis), shared };
}
