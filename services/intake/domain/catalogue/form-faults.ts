import * as z from 'zod';
import { once } from '#shared/once';
import { sourcedFieldsOf } from '../bundle/fields.ts';
import type { FormSchema } from '../form/form.ts';
import { sharedFields } from '../form/shared-fields.ts';
import type { CatalogueFault } from './faults.ts';

const steps = once(() => z.array(z.looseObject({ fields: z.array(z.string()) })));
// `party`, `licence:<type>/<field>`, `shared:<resource>/<field>`: see shared-fields.ts.
const source = /^(party|(licence|shared):[a-z0-9-]+\/[a-z0-9-]+)$/;

/** What a form says of itself and does not keep: fields that are not shared, sources that there are not, steps that miss a field. */
export function formFaults(form: FormSchema): CatalogueFault[] {
  const fields = sourcedFieldsOf(form).flatMap(({ path, sameAs, source: from }) => {
    const place = path.flatMap((name) => ['properties', name]);
    return [
      ...(sameAs !== undefined && !Object.hasOwn(sharedFields, sameAs)
        ? [{ path: [...place, 'x-same-as'], code: 'unknown-field' as const, about: sameAs }]
        : []),
      ...(from !== undefined && !source.test(from)
        ? [{ path: [...place, 'x-source'], code: 'unknown-source' as const, about: from }]
        : []),
    ];
  });
  return [...fields, ...stepFaults(form)];
}

/** Steps, where a form has them, hold each of its fields once. */
function stepFaults(form: FormSchema): CatalogueFault[] {
  if (form['x-steps'] === undefined) return [];
  const given = steps().safeParse(form['x-steps']).data;
  if (!given) return [{ path: ['x-steps'], code: 'broken-steps', about: 'fields' }];
  const named = given.flatMap(({ fields }) => fields);
  const all = Object.keys(form['properties'] ?? {});
  const wrong = [
    ...named.filter((name, n) => !all.includes(name) || named.indexOf(name) < n),
    ...all.filter((name) => !named.includes(name)),
  ];
  return wrong.map((about) => ({ path: ['x-steps'], code: 'broken-steps', about }));
}
