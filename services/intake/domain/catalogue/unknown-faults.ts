import { sharedResource } from '#events/materials/shared-resources';
import type { CatalogueFault } from './faults.ts';
import type { Item } from './item.ts';
import type { ItemLine } from './line.ts';
import { themes } from './themes.ts';

interface Named {
  path: (string | number)[];
  key: string;
}

/** Faults of names that are not among those known. */
export function unknown(
  code: CatalogueFault['code'],
  named: readonly Named[],
  known: ReadonlySet<string>,
): CatalogueFault[] {
  return named.filter(({ key }) => !known.has(key)).map(({ path, key }) => ({ path, code, about: key }));
}

export function unknownDepartments(item: ItemLine, known: ReadonlySet<string>): CatalogueFault[] {
  const { department, approvingBody, supervisingBody, steps = [], jointDepartments = [] } = item;
  const named: Named[] = [
    { path: ['department'], key: department },
    ...steps.map((step, n) => ({ path: ['steps', n, 'department'], key: step.department })),
    ...jointDepartments.map((key, n) => ({ path: ['jointDepartments', n], key })),
    ...(approvingBody ? [{ path: ['approvingBody'], key: approvingBody }] : []),
    ...(supervisingBody ? [{ path: ['supervisingBody'], key: supervisingBody }] : []),
  ];
  return unknown('unknown-department', named, known);
}

/** `needs` names items, `a|b` where either will do. */
export function unknownNeeds({ needs = [] }: ItemLine, known: ReadonlySet<string>): CatalogueFault[] {
  const named = needs.flatMap((need, n) => need.split('|').map((key) => ({ path: ['needs', n], key })));
  return unknown('unknown-item', named, known);
}

const themeKeys: ReadonlySet<string> = new Set(themes.map(({ key }) => key));
export const unknownThemes = (item: Item): CatalogueFault[] =>
  unknown(
    'unknown-theme',
    (item.themes ?? []).map((key, n) => ({ path: ['themes', n], key })),
    themeKeys,
  );

/** What the office is to fetch must be in the catalogue of shared resources, and in a class that is shared at all. */
export function resourceFaults({ materials }: Item): CatalogueFault[] {
  return materials.flatMap(({ sharedResource: key }, n): CatalogueFault[] => {
    if (key === null) return [];
    const found = sharedResource(key);
    if (found && found.class !== 3) return [];
    const code = found ? 'resource-not-shared' : 'unknown-resource';
    return [{ path: ['materials', n, 'sharedResource'], code, about: key }];
  });
}
