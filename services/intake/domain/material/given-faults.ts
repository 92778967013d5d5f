import type { Item, Situation } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import type { Given } from './given.ts';

export interface GivenFault {
  pointer: string;
  code: 'not-on-list' | 'given-twice';
}

/** What is wrong with documents that are given: nothing is taken that the item does not ask for, and one for each line. */
export function givenFaults(
  all: readonly Given[],
  item: Pick<Item, 'materials' | 'commitment'>,
  about: { situation: Situation; committed: boolean; notProvided?: readonly string[] },
): GivenFault[] {
  const asked = new Set(demandable(item, about).map(({ type }) => type));
  return all.flatMap(({ requirement }, n): GivenFault[] => {
    const pointer = `/materials/${n}/requirement`;
    if (!asked.has(requirement)) return [{ pointer, code: 'not-on-list' }];
    const isFirst = all.findIndex((one) => one.requirement === requirement) === n;
    return isFirst ? [] : [{ pointer, code: 'given-twice' }];
  });
}
