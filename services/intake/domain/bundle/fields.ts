import * as z from 'zod';
import { once } from '#shared/once';
import type { FormSchema } from '../form/form.ts';

/** A field of a form that says with what it shares its value (`x-same-as`) or from whom that is known (`x-source`). */
export interface SourcedField {
  path: readonly string[];
  rules: FormSchema;
  /** True where the form cannot be without it, whatever else stands in it. */
  required: boolean;
  sameAs?: string;
  source?: string;
}

const node = once(() =>
  z.looseObject({
    'x-same-as': z.string().optional(),
    'x-source': z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    required: z.array(z.string()).optional(),
  }),
);

interface Place {
  path: readonly string[];
  required: boolean;
}

// A form of the catalogue never changes, and every act on a case asks for its fields.
const known = new WeakMap<object, readonly SourcedField[]>();

/** All of them, outside lists: an entry of a list has no place of its own to be filled. */
export function sourcedFieldsOf(schema: unknown): readonly SourcedField[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found = known.get(schema) ?? fieldsBelow(schema, { path: [], required: true });
  known.set(schema, found);
  return found;
}

function fieldsBelow(schema: unknown, { path, required }: Place): SourcedField[] {
  const rules = node().safeParse(schema).data;
  if (!rules) return [];
  const { 'x-same-as': sameAs, 'x-source': source, properties = {}, required: must = [] } = rules;
  const here = { path, rules, required, ...(sameAs && { sameAs }), ...(source && { source }) };
  return [
    ...(sameAs || source ? [here] : []),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      fieldsBelow(inner, { path: [...path, name], required: required && must.includes(name) }),
    ),
  ];
}

/** A form without these fields; an object that has nothing left is left out itself. */
export function without(schema: FormSchema, paths: readonly (readonly string[])[]): FormSchema {
  const { properties } = node().parse(schema);
  if (!properties || paths.length === 0) return schema;
  const left = Object.entries(properties).flatMap(([name, inner]): [string, unknown][] => {
    const below = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    if (below.some((path) => path.length === 0)) return [];
    const rules = below.length > 0 ? without(node().parse(inner), below) : inner;
    return below.length > 0 && Object.keys(node().parse(rules).properties ?? {}).length === 0 ? [] : [[name, rules]];
  });
  return {
    ...schema,
    ...rest(
      schema,
      left.map(([name]) => name),
    ),
    properties: Object.fromEntries(left),
  };
}

const step = once(() => z.looseObject({ fields: z.array(z.string()) }));

/** `required` and `x-steps` name only what is left. */
function rest(schema: FormSchema, names: readonly string[]): FormSchema {
  const { required } = node().parse(schema);
  const steps = z.array(step()).safeParse(schema['x-steps']).data;
  const keeps = (name: string) => names.includes(name);
  const shown = steps
    ?.map((one) => ({ ...one, fields: one.fields.filter(keeps) }))
    .filter(({ fields }) => fields.length > 0);
  return { ...(required && { required: required.filter(keeps) }), ...(shown && { 'x-steps': shown }) };
}
