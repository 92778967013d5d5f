import { brokenBundles, bundleFaults, type BundleFault } from '../bundle/definition-faults.ts';
import { maskFault, type FormSchema } from '../form/form.ts';
import { identifierFault } from '../form/identifiers.ts';
import { formFaults } from './form-faults.ts';
import type { CatalogueInput, Item } from './item.ts';
import { limitFaults } from './limit-faults.ts';
import { listFaults, ownNeeds, spotFaults, twice } from './list-faults.ts';
import { unknown, unknownDepartments, unknownNeeds, unknownThemes } from './unknown-faults.ts';

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
    | 'unknown-source'
    | 'still-needed'
    | 'promise-too-long'
    | 'promise-of-no-time'
    | 'longer-than-city'
    | 'broken-form'
    | 'broken-steps'
    | 'steps-too-long'
    | 'steps-on-the-spot'
    | 'code-of-another-item'
    | 'code-taken'
    | 'code-missing'
    | 'empty-edition';
  /** The key, the limit or the rule that it is about. */
  about: string;
}

/** Why a form's rules cannot be used; undefined when they can. */
type FormFault = (schema: FormSchema) => string | undefined;

/** What holds beside what was posted; nothing, where that is the whole catalogue. */
export interface Standing {
  departments: readonly { key: string }[];
  items: readonly Item[];
  bundles?: CatalogueInput['bundles'];
}

/** Everything that is wrong with a catalogue beyond its shape; empty when it may be published. */
export function faultsIn(
  input: Pick<CatalogueInput, 'departments' | 'items'> & Partial<CatalogueInput>,
  formFault: FormFault,
  standing: Standing = { departments: [], items: [] },
): CatalogueFault[] {
  const { departments, items, bundles = [], withdraw = [] } = input;
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
    ...items.flatMap((item, n) => itemFaults(item, known, formFault).map((fault) => at(['items', n], fault))),
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

const at = (place: (string | number)[], fault: CatalogueFault): CatalogueFault => ({
  ...fault,
  path: [...place, ...fault.path],
});

interface Known {
  departments: ReadonlySet<string>;
  items: ReadonlySet<string>;
}

function itemFaults(item: Item, known: Known, formFault: FormFault): CatalogueFault[] {
  return [
    ...unknownDepartments(item, known.departments),
    ...unknownNeeds(item, known.items),
    ...ownNeeds(item),
    ...unknownThemes(item),
    ...listFaults(item),
    ...spotFaults(item),
    ...limitFaults(item),
    ...materialFaults(item),
    ...brokenForm(item, formFault),
  ];
}

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

/** Materials are told apart by type, each for situations of the item; a commitment spares only what is asked. */
function materialFaults({ materials, situations, commitment }: Item): CatalogueFault[] {
  const types = materials.map(({ type }) => type);
  const all: ReadonlySet<string> = new Set(situations);
  const again = twice([], types).map((one) => ({ ...one, path: ['materials', ...one.path, 'type'] }));
  const each = materials.flatMap((one, n) => twice(['materials', n, 'situations'], one.situations));
  const named = materials.flatMap((one, n) =>
    (one.situations ?? []).map((key, m) => ({ path: ['materials', n, 'situations', m], key })),
  );
  const spared = (commitment?.covers ?? []).map((key, n) => ({ path: ['commitment', 'covers', n], key }));
  return [
    ...again,
    ...each,
    ...twice(['commitment', 'covers'], commitment?.covers),
    ...unknown('unknown-situation', named, all),
    ...unknown('unknown-material', spared, new Set(types)),
  ];
}

function brokenForm({ form }: Item, formFault: FormFault): CatalogueFault[] {
  if (!form) return [];
  const fault = formFault(form) ?? maskFault(form) ?? identifierFault(form);
  if (fault) return [{ path: ['form'], code: 'broken-form', about: fault }];
  return formFaults(form).map((one) => at(['form'], one));
}

interface Ending {
  key: string;
  successor?: string | undefined;
}

/** Only what is offered can end, and what takes its place must be offered then. */
function endFaults(
  { key, successor }: Ending,
  { known, standing }: { known: ReadonlySet<string>; standing: readonly Item[] },
): CatalogueFault[] {
  const offered = new Set(standing.map((one) => one.key));
  return [
    ...unknown('unknown-item', [{ path: ['key'], key }], offered),
    ...(known.has(key) ? [{ path: ['key'], code: 'duplicate' as const, about: key }] : []),
    ...unknown('unknown-item', successor ? [{ path: ['successor'], key: successor }] : [], known),
  ];
}

/** An item that another needs cannot end before it, unless that one has another way. */
function neededFaults(key: string, staying: readonly Item[], known: ReadonlySet<string>): CatalogueFault[] {
  const needing = staying.filter(({ needs = [] }) =>
    needs.some((need) => need.split('|').includes(key) && !need.split('|').some((one) => known.has(one))),
  );
  return needing.map((one) => ({ path: ['key'], code: 'still-needed', about: one.key }));
}
