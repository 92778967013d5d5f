import * as z from 'zod';
import { once } from '#shared/once';
import { key } from '../catalogue/item-parts.ts';
import { given, type Given } from '../material/given.ts';
import type { GivenFault } from '../material/given-faults.ts';
import type { BundleMaterial } from './materials.ts';

/** A document for a line of the one list; `items`: for which of those that ask for it, absent: for all of them. */
export const bundleGiven = once(() => given().extend({ items: z.array(key()).min(1).max(20).optional() }));
export type BundleGiven = z.infer<ReturnType<typeof bundleGiven>>;

/** Of one bundle: twenty items at most, most of which ask for the same few documents. */
export const mostInBundle = 100;

/** What is wrong with documents that a bundle names: nothing is taken that none of its items asks of the applicant, and one for each line of each. */
export function bundleGivenFaults(all: readonly BundleGiven[], list: readonly BundleMaterial[]): GivenFault[] {
  const asking = (requirement: string) =>
    list.flatMap(({ how, type, items }) => (how === 'asked' && type === requirement ? items : []));
  const meant = ({ requirement, items }: BundleGiven) => items ?? asking(requirement);
  return all.flatMap((one, n): GivenFault[] => {
    const askers = asking(one.requirement);
    if (askers.length === 0) return [{ pointer: `/materials/${n}/requirement`, code: 'not-on-list' }];
    const strange = (one.items ?? []).flatMap((item, at): GivenFault[] =>
      askers.includes(item) ? [] : [{ pointer: `/materials/${n}/items/${at}`, code: 'not-on-list' }],
    );
    if (strange.length > 0) return strange;
    const before = all.slice(0, n).filter(({ requirement }) => requirement === one.requirement);
    const isTwice = before.some((other) => meant(other).some((item) => meant(one).includes(item)));
    return isTwice ? [{ pointer: `/materials/${n}/requirement`, code: 'given-twice' }] : [];
  });
}

/** What the case of an item is given of it: each line that the item asks for, whoever else asks for the same. */
export function givenTo(item: string, all: readonly BundleGiven[], asked: ReadonlySet<string>): Given[] {
  return all
    .filter(({ requirement, items }) => asked.has(requirement) && (items?.includes(item) ?? true))
    .map(({ requirement, materialId, version }) => ({ requirement, materialId, version }));
}
