import type { Item } from '../catalogue/item.ts';
import { sourcedFieldsOf } from './fields.ts';

/** What the rules of bundles ask of an item. */
export interface Bundled extends Pick<Item, 'key' | 'situations' | 'creates'> {
  online: boolean;
  /** Fields of its form that are shared with other items, each with its type. */
  shared: readonly (readonly [string, string])[];
}

export function bundled({ key, situations, creates, form }: Item): Bundled & { shared: [string, string][] } {
  const shared = sourcedFieldsOf(form ?? {}).flatMap(({ sameAs, rules }): [string, string][] =>
    sameAs ? [[sameAs, String(rules['type'])]] : [],
  );
  return { key, situations, creates, online: form !== undefined, shared };
}
