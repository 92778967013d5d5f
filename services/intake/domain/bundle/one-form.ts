import type { PublishedItem } from '../catalogue/item.ts';
import { masksOf, type FormSchema, type Mask } from '../form/form.ts';
import { waitsFor } from './choice.ts';
import type { BundlePart } from './definition.ts';
import { sourcedFieldsOf, without, type SourcedField } from './fields.ts';

type Items = ReadonlyMap<string, Pick<PublishedItem, 'form' | 'produces'>>;

/** A field of one item as the bundle sees it: asked once for all that share it, or known from an earlier result. */
export interface BundleField extends SourcedField {
  item: string;
  /** The earlier item, and what its result calls the value: `party`, or `<licence type>/<field>`. */
  feed?: { item: string; name: string };
}

/** The fields of all parts that are not simply asked where they stand. */
export function bundleFields(parts: readonly BundlePart[], items: Items): BundleField[] {
  const all = parts.flatMap((part) =>
    sourcedFieldsOf(items.get(part.item)?.form).map((field) => {
      const feed = feedOf(field, part, { parts, items });
      return { ...field, item: part.item, ...(feed && { feed }) };
    }),
  );
  const shared = sharedKeys(all);
  return all.filter(({ sameAs, feed }) => feed !== undefined || (sameAs !== undefined && shared.has(sameAs)));
}

/** What must be asked: a value that every item which wants it gets from a result is not. */
export function sharedKeys(fields: readonly BundleField[]): Set<string> {
  return new Set(fields.flatMap(({ sameAs, feed }) => (sameAs && !feed ? [sameAs] : [])));
}

/** Of a party that is created on the way nothing is known before but what was asked; its number comes with it. */
const partyNumbers = new Set([
  'company.uscc',
  'person.document-number',
  'person.identity-number',
  'child.identity-number',
]);

interface Whole {
  parts: readonly BundlePart[];
  items: Items;
}

function feedOf({ source, sameAs }: SourcedField, part: BundlePart, { parts, items }: Whole): BundleField['feed'] {
  if (source === 'party') {
    const { party } = part;
    return party !== undefined && partyNumbers.has(sameAs ?? '') ? { item: party, name: 'party' } : undefined;
  }
  const [, type, name] = /^licence:([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(source ?? '') ?? [];
  const producer = [...waitsFor(part.item, parts)].find((one) => items.get(one)?.produces?.includes(type ?? ''));
  return producer && type && name ? { item: producer, name: `${type}/${name}` } : undefined;
}

/** One form for all parts, as JSON Schema: what is shared first, then what each item alone wants to know. */
export function oneForm(parts: readonly BundlePart[], items: Items): FormSchema {
  const fields = bundleFields(parts, items);
  const keys = [...sharedKeys(fields)];
  const rulesOf = (key: string) => fields.find(({ sameAs, feed }) => sameAs === key && !feed)?.rules ?? {};
  const isRequired = (key: string) => fields.some(({ sameAs, required, feed }) => sameAs === key && required && !feed);
  const own = parts.map(({ item }): [string, FormSchema] => {
    const elsewhere = fields.filter((field) => field.item === item).map(({ path }) => path);
    return [item, without(items.get(item)?.form ?? {}, elsewhere)];
  });
  return closed({
    shared: closed(Object.fromEntries(keys.map((key) => [key, rulesOf(key)])), keys.filter(isRequired)),
    items: closed(Object.fromEntries(own)),
  });
}

function closed(properties: Record<string, unknown>, required = Object.keys(properties)): FormSchema {
  return { type: 'object', additionalProperties: false, required, properties };
}

/** Where personal data stand in the one form, whatever is answered: also where something is not asked for now. */
export function masksOfOneForm(parts: readonly BundlePart[], items: Items): Mask[] {
  return parts.flatMap(({ item }) => {
    const form = items.get(item)?.form;
    const shared = sourcedFieldsOf(form).flatMap(({ sameAs, rules }) =>
      sameAs ? masksOf(rules, ['shared', sameAs]) : [],
    );
    return [...shared, ...masksOf(form, ['items', item])];
  });
}
