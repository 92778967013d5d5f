import type { FormSchema } from './domain/form/form.ts';

const entriesOf = (value: unknown) => Object.entries(typeof value === 'object' ? (value ?? {}) : {});

/** A form of a test as it may be published: what has no names gets some, and where it has no steps there is one for all. */
export function labelled(form: FormSchema): FormSchema {
  const fields = Object.keys(form['properties'] ?? {});
  const steps = fields.length > 0 ? [{ title: '填写', titleEn: 'Fill in', fields }] : [];
  return { 'x-steps': steps, ...named(form) };
}

function named(rules: unknown): FormSchema {
  const node = Object.fromEntries(entriesOf(rules));
  const { properties, items } = node;
  const fields = entriesOf(properties).map(([name, inner]) => [
    name,
    { title: '示例', 'x-title-en': name, ...named(inner) },
  ]);
  return {
    ...node,
    ...(properties !== undefined && { properties: Object.fromEntries(fields) }),
    ...(items !== undefined && { items: named(items) }),
  };
}
