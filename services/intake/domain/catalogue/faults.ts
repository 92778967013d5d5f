import { brokenBundles, bundleFaults, type BundleFault } from '../bundle/definition-faults.ts';
import type { CatalogueInput } from './item.ts';
import type { ItemLine } from './line.ts';
import type { Outline } from './outline.ts';
import { unknown, unknownDepartments, unknownNeeds } from './unknown-faults.ts';

/** A fault of a catalogue, by path into what was posted. */
export interface CatalogueFault {
  path: readonly (string | number)[];
  code:
    | 'duplicate'
    | 'unknown-department'
    | 'unknown-item'
    | 'unknown-theme'
    | 'unknown-material'
    | 'unknown-situation'
    | BundleFault['code']
    | 'unknown-field'
    | 'not-in-form'
    | 'unknown-source'
    | 'unknown-resource'
    | 'resource-not-shared'
    | 'still-needed'
    | 'promise-too-long'
    | 'promise-of-no-time'
    | 'extension-unfounded'
    | 'longer-than-city'
    | 'longer-than-offered'
    | 'moved-up'
    | 'needs-review'
    | 'burden-added'
    | 'basis-of-its-own'
    | 'basis-missing'
    | 'opinion-missing'
    | 'changed-since'
    | 'broken-form'
    | 'broken-steps'
    | 'label-missing'
    | 'steps-too-long'
    | 'steps-on-the-spot'
    | 'code-of-another-item'
    | 'code-taken'
    | 'code-missing'
    | 'empty-edition'
    | 'part-missing'
    | 'too-many-limits';
  /** The key, the limit or the rule that it is about. */
  about: string;
}

/** What holds beside what was posted; nothing, where that is the whole catalogue. */
export interface Standing {
  departments: readonly { key: string }[];
  items: readonly ItemLine[];
  bundles?: CatalogueInput['bundles'];
}

/** Everything that is wrong with an edition as a whole: what its parts say of one another and of what holds beside them. */
export function faultsIn(
  { departments, items, bundles, withdraw, grounds = [] }: Omit<Outline, 'whole' | 'from'>,
  standing: Standing = { departments: [], items: [] },
): CatalogueFault[] {
  const ending = new Set(withdraw.map(({ key }) => key));
  const posted = new Set(items.map(({ key }) => key));
  const staying = standing.items.filter(({ key }) => !ending.has(key) && !posted.has(key));
  const known = {
    departments: new Set([...standing.departments, ...departments].map(({ key }) => key)),
    items: new Set([...staying, ...items].map(({ key }) => key)),
  };
  return [
    ...duplicates(departments, 'departments'),
    ...duplicates(items, 'items'),
    ...duplicates(bundles, 'bundles'),
    ...duplicates(withdraw, 'withdraw'),
    ...duplicates(grounds, 'grounds'),
    ...items.flatMap((item, n) => strangers(item, known).map((fault) => at(['items', n], fault))),
    ...bundleFaults(bundles, [...staying, ...items]),
    ...brokenBundles(notAmong(bundles, standing.bundles), items, [...staying, ...items]),
    ...withdraw.flatMap((one, n) =>
      [
        ...endFaults(one, { known: known.items, standing: standing.items }),
        ...neededFaults(one.key, staying, known.items),
      ].map((fault) => at(['withdraw', n], fault)),
    ),
  ];
}

const notAmong = (fresh: CatalogueInput['bundles'], standing: CatalogueInput['bundles'] = []) =>
  standing.filter(({ key }) => fresh.every((one) => one.key !== key));

export const at = (place: (string | number)[], fault: CatalogueFault): CatalogueFault => ({
  ...fault,
  path: [...place, ...fault.path],
});

interface Known {
  departments: ReadonlySet<string>;
  items: ReadonlySet<string>;
}

const strangers = (item: ItemLine, known: Known): CatalogueFault[] => [
  ...unknownDepartments(item, known.departments),
  ...unknownNeeds(item, known.items),
];

function duplicates(list: readonly { key: string }[], part: string): CatalogueFault[] {
  const seen = new Set<string>();
  return list.flatMap(({ key }, n) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: [part, n, 'key'], code: 'duplicate' as const, about: key }];
  });
}

interface Ending {
  key: string;
  successor?: string | undefined;
}

/** Only what is offered can end, and what takes its place must be offered then. */
function endFaults(
  { key, successor }: Ending,
  { known, standing }: { known: ReadonlySet<string>; standing: readonly ItemLine[] },
): CatalogueFault[] {
  const offered = new Set(standing.map((one) => one.key));
  return [
    ...unknown('unknown-item', [{ path: ['key'], key }], offered),
    ...(known.has(key) ? [{ path: ['key'], code: 'duplicate' as const, about: key }] : []),
    ...unknown('unknown-item', successor ? [{ path: ['successor'], key: successor }] : [], known),
  ];
}

/** An item that another needs cannot end before it, unless that one has another way. */
function neededFaults(key: string, staying: readonly ItemLine[], known: ReadonlySet<string>): CatalogueFault[] {
  const needing = staying.filter(({ needs = [] }) =>
    needs.some((need) => need.split('|').includes(key) && !need.split('|').some((one) => known.has(one))),
  );
  return needing.map((one) => ({ path: ['key'], code: 'still-needed', about: one.key }));
}
