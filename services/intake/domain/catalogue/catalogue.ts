import { bundleFaults, type BundleFault } from '../bundle/definition-faults.ts';
import { maskFault, type FormSchema } from '../form/form.ts';
import type { Catalogue, CatalogueInput, Item, Limit, PublishedItem } from './item.ts';

/** A fault of a catalogue, by path into what was posted. */
export interface CatalogueFault {
  path: readonly (string | number)[];
  code: 'duplicate' | 'unknown-department' | 'unknown-item' | 'promise-too-long' | 'broken-form' | BundleFault['code'];
  /** The key, the limit or the rule that it is about. */
  about: string;
}

/** Why a form's rules cannot be used; undefined when they can. */
type FormFault = (schema: FormSchema) => string | undefined;

/** Everything that is wrong with a catalogue beyond its shape; empty when it may be published. */
export function faultsIn({ departments, items, bundles = [] }: CatalogueInput, formFault: FormFault): CatalogueFault[] {
  const departmentKeys = new Set(departments.map(({ key }) => key));
  const itemKeys = new Set(items.map(({ key }) => key));
  return [
    ...duplicates(departments, 'departments'),
    ...duplicates(items, 'items'),
    ...items.flatMap((item, n) => [
      ...unknownDepartments(item, departmentKeys).map((fault) => at(n, fault)),
      ...unknownNeeds(item, itemKeys).map((fault) => at(n, fault)),
      ...promiseFaults(item).map((fault) => at(n, fault)),
      ...formFaults(item, formFault).map((fault) => at(n, fault)),
    ]),
    ...duplicates(bundles, 'bundles'),
    ...bundleFaults(bundles, items),
  ];
}

const at = (n: number, fault: CatalogueFault): CatalogueFault => ({ ...fault, path: ['items', n, ...fault.path] });

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

function unknownDepartments(item: Item, known: ReadonlySet<string>): CatalogueFault[] {
  const named: { path: (string | number)[]; key: string }[] = [
    { path: ['department'], key: item.department },
    ...(item.steps ?? []).map((step, n) => ({ path: ['steps', n, 'department'], key: step.department })),
    ...(item.jointDepartments ?? []).map((key, n) => ({ path: ['jointDepartments', n], key })),
  ];
  return named
    .filter(({ key }) => !known.has(key))
    .map(({ path, key }) => ({
      path,
      code: 'unknown-department',
      about: key,
    }));
}

/** `needs` names items, `a|b` where either will do. */
function unknownNeeds({ needs = [] }: Item, known: ReadonlySet<string>): CatalogueFault[] {
  return needs.flatMap((need, n) =>
    need
      .split('|')
      .filter((key) => !known.has(key))
      .map((key) => ({
        path: ['needs', n],
        code: 'unknown-item' as const,
        about: key,
      })),
  );
}

/** A promise may shorten the legal limit, never lengthen it (优化营商环境条例 art. 36); other units cannot be compared. */
function promiseFaults({ legalLimit, promisedLimit }: Item): CatalogueFault[] {
  const longer = legalLimit.unit === promisedLimit.unit && promisedLimit.n > legalLimit.n;
  return longer ? [{ path: ['promisedLimit'], code: 'promise-too-long', about: words(legalLimit) }] : [];
}

const words = ({ n, unit }: Limit) => `${n} ${unit}`;

function formFaults({ form }: Item, formFault: FormFault): CatalogueFault[] {
  const fault = form && (formFault(form) ?? maskFault(form));
  return fault ? [{ path: ['form'], code: 'broken-form', about: fault }] : [];
}

/** The next catalogue of a set: an item that differs from the one offered now gets its next version. */
export function nextCatalogue(
  current: Catalogue | undefined,
  input: CatalogueInput,
): { catalogue: Catalogue; changed: number } {
  const version = (current?.version ?? 0) + 1;
  const offered = new Map(current?.items.map((one) => [one.key, one]));
  const items = input.items.map((next) => published(next, offered.get(next.key), version));
  const changed = items.filter(({ since }) => since === version).length;
  const { departments, bundles = [] } = input;
  return { catalogue: { version, departments, items, bundles }, changed };
}

function published(next: Item, before: PublishedItem | undefined, catalogueVersion: number): PublishedItem {
  if (!before) return { ...next, version: 1, since: catalogueVersion };
  const { version, since, ...content } = before;
  const same = JSON.stringify(sorted(content)) === JSON.stringify(sorted(next));
  return same ? before : { ...next, version: version + 1, since: catalogueVersion };
}

/** The same content whatever the order in which its keys were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
