import type { Form } from '../form/form.ts';
import type { Issued } from '../case/issued.ts';
import { assign } from '../form/pointer.ts';
import type { BundleField } from './one-form.ts';
import type { BundleForm } from './form.ts';

/** What results have told: values by the item that gave them and by what it calls them. */
export type Results = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A grant's values by the names that fields want them by; a licence that creates a party bears the number of that. */
export function resultsFrom({ party, fields }: Issued, produces: readonly string[]): Record<string, string> {
  const told = Object.entries({ ...(party && { number: party }), ...fields });
  const ofLicences = produces.flatMap((type) => told.map(([name, value]) => [`${type}/${name}`, value] as const));
  return Object.fromEntries([...ofLicences, ...(party ? [['party', party] as const] : [])]);
}

interface Given {
  form: BundleForm;
  fields: readonly BundleField[];
  results: Results;
}

/** The form of one item's case: its own part of the one form, what is shared, and what earlier results have told. */
export function filled(item: string, { form, fields, results }: Given): Form {
  return fields
    .filter((field) => field.item === item)
    .reduce((made, field) => {
      const value = valueOf(field, { form, results });
      if (value !== undefined) return assign(made, { pointer: pointerTo(field.path), value });
      // An object that must be there is made, so that what is missing in it is named by itself.
      return field.required ? withRoom(made, field.path.slice(0, -1)) : made;
    }, form.items[item] ?? {});
}

/** What a result says is newer than what was filled in. */
function valueOf({ sameAs, feed }: BundleField, { form, results }: Pick<Given, 'form' | 'results'>): unknown {
  const told = feed && results.get(feed.item)?.[feed.name];
  return told ?? (sameAs === undefined ? undefined : form.shared[sameAs]);
}

function withRoom(form: Form, path: readonly string[]): Form {
  const [first, ...rest] = path;
  if (first === undefined) return form;
  const inner = form[first];
  if (inner !== undefined && (typeof inner !== 'object' || inner === null || Array.isArray(inner))) return form;
  return { ...form, [first]: withRoom(Object.fromEntries(Object.entries(inner ?? {})), rest) };
}

const pointerTo = (path: readonly string[]) =>
  path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Where in the one form a fault of an item's form is to be mended; undefined where a result will bring what is missing. */
export function placeInOneForm(
  path: readonly PropertyKey[],
  item: string,
  { fields, form }: Omit<Given, 'results'>,
): PropertyKey[] | undefined {
  const field = fields.find((one) => one.item === item && one.path.every((step, n) => path[n] === step));
  if (!field) return ['items', item, ...path];
  const { sameAs, feed } = field;
  const asked = sameAs !== undefined && fields.some((one) => one.sameAs === sameAs && !one.feed);
  if (asked) return ['shared', sameAs, ...path.slice(field.path.length)];
  return feed && isOpen(form.items[item], field.path) ? undefined : ['items', item, ...path];
}

function isOpen(form: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return form === undefined;
  return (
    typeof form !== 'object' ||
    form === null ||
    isOpen(Object.entries(form).find(([name]) => name === first)?.[1], rest)
  );
}
