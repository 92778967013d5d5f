import * as z from 'zod';
import { once } from '#shared/once';
import type { Form, FormSchema } from './form.ts';
import { assign, pointerTo, valueAt } from './pointer.ts';

interface Leaf {
  path: string[];
  type: unknown;
  sameAs?: string | undefined;
  /** The rules of a list's entries. */
  entries: string;
}

const node = once(() =>
  z.looseObject({
    type: z.unknown(),
    'x-same-as': z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
  }),
);

/** Every single field that a form describes; a list is one. */
function leavesIn(schema: unknown, path: string[] = []): Leaf[] {
  const rules = node().safeParse(schema).data;
  if (!rules) return [];
  const { type, properties, items, 'x-same-as': sameAs } = rules;
  if (!properties) return path.length > 0 ? [{ path, type, sameAs, entries: JSON.stringify(items) ?? '' }] : [];
  return Object.entries(properties).flatMap(([name, inner]) => leavesIn(inner, [...path, name]));
}

/**
 * What of one form fits another: a field of the same name and kind, or the one that asks the same (`x-same-as`). What the
 * other form does not describe is left behind: nobody would mask it.
 */
export function carriedOver(form: Form, from: FormSchema, to: FormSchema): Form {
  const known = leavesIn(from);
  return leavesIn(to).reduce<Form>((carried, leaf) => {
    const alike = known.filter(({ type, entries }) => type === leaf.type && entries === leaf.entries);
    const pointer = pointerTo(leaf.path);
    const source =
      alike.find((one) => pointerTo(one.path) === pointer) ??
      alike.find(({ sameAs }) => sameAs !== undefined && sameAs === leaf.sameAs);
    const value = source && valueAt(form, pointerTo(source.path));
    return value === undefined ? carried : assign(carried, { pointer, value });
  }, {});
}
