import * as z from 'zod';
import { sharedResource } from '#events/materials/shared-resources';
import { once } from '#shared/once';
import { sourcedFieldsOf } from '../bundle/fields.ts';
import { maskFault, type FormSchema } from '../form/form.ts';
import { identifierFault } from '../form/identifiers.ts';
import { sharedFields } from '../form/shared-fields.ts';
import type { CatalogueFault } from './faults.ts';

/** Why a form's rules cannot be used, by path into them; none when they can. */
export type RuleFaults = (schema: FormSchema) => readonly { path: readonly string[]; about: string }[];

const label = once(() => z.string().trim().min(1));
const steps = once(() =>
  z.array(z.looseObject({ title: label(), titleEn: label(), fields: z.array(z.string()).min(1) })),
);
// `party`, `licence:<type>/<field>`, `shared:<resource>/<field>`: see shared-fields.ts.
const source = /^(party|(licence|shared):[a-z0-9-]+\/[a-z0-9-]+)$/;

/** What is wrong with an item's form: its rules and masks first, and where they can be read what it says of itself. */
export function formFaults(form: FormSchema, ruleFaults: RuleFaults): CatalogueFault[] {
  const broken = ruleFaults(form).map((one) => ({ ...one, code: 'broken-form' as const }));
  const unread = broken.length > 0 ? undefined : (maskFault(form) ?? identifierFault(form));
  if (unread !== undefined) return [{ path: [], code: 'broken-form', about: unread }];
  return broken.length > 0 ? broken : [...fieldFaults(form), ...labelFaults(form), ...stepFaults(form)];
}

/** Fields that are not shared, sources that there are not. */
function fieldFaults(form: FormSchema): CatalogueFault[] {
  return sourcedFieldsOf(form).flatMap(({ path, sameAs, source: from }) => {
    const place = path.flatMap((name) => ['properties', name]);
    return [
      ...(sameAs !== undefined && !Object.hasOwn(sharedFields, sameAs)
        ? [{ path: [...place, 'x-same-as'], code: 'unknown-field' as const, about: sameAs }]
        : []),
      ...(from !== undefined && !isSource(from)
        ? [{ path: [...place, 'x-source'], code: 'unknown-source' as const, about: from }]
        : []),
    ];
  });
}

/** A shared field must be one that the catalogue of shared resources has; which licences there are is not known here. */
function isSource(from: string): boolean {
  const [, resource = '', field = ''] = /^shared:([^/]+)\/(.+)$/.exec(from) ?? [];
  if (resource) return sharedResource(resource)?.fields.some(({ key }) => key === field) ?? false;
  return source.test(from);
}

const node = once(() =>
  z.looseObject({
    properties: z.record(z.string(), z.unknown()).default({}),
    $defs: z.record(z.string(), z.unknown()).default({}),
    items: z.unknown().optional(),
  }),
);

/** Every field is named in both languages, in groups and the entries of lists too. */
function labelFaults(schema: unknown, path: readonly string[] = []): CatalogueFault[] {
  const found = node().safeParse(schema).data;
  if (!found) return [];
  const { properties, $defs, items } = found;
  const own = Object.entries(properties).flatMap(([name, rules]) => {
    const said = node().safeParse(rules).data ?? {};
    return ['title', 'x-title-en']
      .filter((key) => !label().safeParse(new Map(Object.entries(said)).get(key)).success)
      .map((key) => ({ path: [...path, 'properties', name, key], code: 'label-missing' as const, about: name }));
  });
  const parts = { properties, $defs };
  const inner = Object.entries(parts).flatMap(([part, named]) =>
    Object.entries(named).flatMap(([name, rules]) => labelFaults(rules, [...path, part, name])),
  );
  return [...own, ...inner, ...labelFaults(items, [...path, 'items'])];
}

/** Steps hold each of its fields once, and have a name in both languages. */
function stepFaults(form: FormSchema): CatalogueFault[] {
  const read = steps().safeParse(form['x-steps']);
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => path.map(String));
    return places.map((path) => ({
      path: ['x-steps', ...path],
      code: 'broken-steps',
      about: path.at(-1) ?? 'x-steps',
    }));
  }
  const named = read.data.flatMap(({ fields }) => fields);
  const all = Object.keys(form['properties'] ?? {});
  const wrong = [
    ...named.filter((name, n) => !all.includes(name) || named.indexOf(name) < n),
    ...all.filter((name) => !named.includes(name)),
  ];
  return wrong.map((about) => ({ path: ['x-steps'], code: 'broken-steps', about }));
}
