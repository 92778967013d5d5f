import type { CatalogueFault } from './faults.ts';
import type { Item } from './item.ts';
import type { Outline } from './outline.ts';

/** What stands twice in a list of an item; materials, which are told apart by their type, are looked at with their rules. */
export function listFaults(item: Item): CatalogueFault[] {
  const { audience, channels, situations, themes, keywords, produces, jointDepartments, special, needs } = item;
  const lists = { audience, channels, situations, themes, keywords, produces, jointDepartments, special, needs };
  return Object.entries(lists).flatMap(([name, list]) => twice([name], list));
}

/** Values that stand in a list more than once, at the places at which they do so again. */
export function twice(path: readonly (string | number)[], list: readonly string[] = []): CatalogueFault[] {
  return list.flatMap((one, n) =>
    list.indexOf(one) < n ? [{ path: [...path, n], code: 'duplicate' as const, about: one }] : [],
  );
}

/** 即办件 is decided by whoever takes it in: nobody would be asked in its steps. */
export function spotFaults({ kind, steps = [], jointDepartments = [] }: Item): CatalogueFault[] {
  if (kind !== 1) return [];
  const lists = { steps, jointDepartments };
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([name]) => ({ path: [name], code: 'steps-on-the-spot', about: name }));
}

/** An item that only itself could open is never open. */
export function ownNeeds({ key, needs = [] }: Item): CatalogueFault[] {
  return needs.flatMap((need, n) =>
    need.split('|').every((one) => one === key) ? [{ path: ['needs', n], code: 'needs-circle', about: key }] : [],
  );
}

/** An edition that changes nothing would be reviewed and published for nothing; a whole one would end every item. */
export function emptyFaults({ departments, items, bundles, withdraw }: Omit<Outline, 'whole'>): CatalogueFault[] {
  const says = [departments, items, bundles, withdraw].some((list) => list.length > 0);
  return says ? [] : [{ path: [], code: 'empty-edition', about: '' }];
}
