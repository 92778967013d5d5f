import * as z from 'zod';
import { once } from '#shared/once';
import { sourcedFieldsOf } from '../bundle/fields.ts';
import type { Form, FormSchema } from './form.ts';
import { assign, pointerTo, valueAt } from './pointer.ts';
import type { PrefilledField } from './prefilled.ts';

/** A value that is known, and the licence that says it where one does. */
export interface KnownValue extends Pick<PrefilledField, 'from'> {
  value: unknown;
}

/** What is known of a field by its source (`party`, `licence:…`, `shared:…`) and what it asks; undefined: not known. */
export type Known = (source: string, sameAs: string | undefined, pointer: string) => KnownValue | undefined;

/** A form with what is known of it filled in where nothing was said, and which fields those are. */
export function prefill(form: Form, schema: FormSchema, known: Known): { form: Form; prefilled: PrefilledField[] } {
  const open = sourcedFieldsOf(schema).filter(({ path }) => valueAt(form, pointerTo(path)) === undefined);
  return open.reduce<{ form: Form; prefilled: PrefilledField[] }>(
    (filled, { path, source, sameAs, rules }) => {
      const pointer = pointerTo(path);
      const found = source === undefined ? undefined : known(source, sameAs, pointer);
      if (source === undefined || !found || !takes(rules, found.value)) return filled;
      const { value, from } = found;
      return {
        form: assign(filled.form, { pointer, value }),
        prefilled: [...filled.prefilled, { pointer, source, ...(from && { from }) }],
      };
    },
    { form, prefilled: [] },
  );
}

const scalar = once(() =>
  z.object({ type: z.enum(['string', 'number', 'integer']), enum: z.array(z.unknown()).optional() }),
);

/** Whether a field may have a value by its type and its choices; all its other rules are asked when the form is handed in. */
function takes(rules: FormSchema, value: unknown): boolean {
  const found = scalar().safeParse(rules).data;
  if (!found || !(found.enum?.includes(value) ?? true)) return false;
  if (found.type === 'string') return typeof value === 'string';
  return typeof value === 'number' && (found.type === 'number' || Number.isInteger(value));
}
