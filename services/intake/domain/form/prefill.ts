import { sourcedFieldsOf } from '../bundle/fields.ts';
import { fitted, taken } from './fitted.ts';
import type { Form, FormSchema } from './form.ts';
import { assign, pointerTo, valueAt } from './pointer.ts';
import type { PrefilledField } from './prefilled.ts';

/** A value that is known, and the licence or the register that says it where one does. */
export interface KnownValue extends Pick<PrefilledField, 'from' | 'lapsed'> {
  value: unknown;
}

/** What is known of a field by its source (`party`, `licence:…`, `shared:…`) and what it asks; undefined: not known. */
export type Known = (source: string, sameAs: string | undefined, pointer: string) => KnownValue | undefined;

/** A form with what is known of it filled in where nothing was said, and which fields those are. */
export function prefill(form: Form, schema: FormSchema, known: Known): { form: Form; prefilled: PrefilledField[] } {
  return openFields(form, schema).reduce<{ form: Form; prefilled: PrefilledField[] }>(
    (filled, { pointer, source, sameAs, rules }) => {
      const found = known(source, sameAs, pointer);
      const value = found && asFieldHas(rules, found);
      if (!found || value === undefined) return filled;
      const { from, lapsed } = found;
      const marked = { pointer, source, ...(from && { from }), ...(lapsed && { lapsed }) };
      return { form: assign(filled.form, { pointer, value }), prefilled: [...filled.prefilled, marked] };
    },
    { form, prefilled: [] },
  );
}

/** Fields of which something may be known and nothing was said. */
export function openFields(form: Form, schema: FormSchema) {
  return sourcedFieldsOf(schema).flatMap(({ path, source, sameAs, rules }) => {
    const pointer = pointerTo(path);
    return source === undefined || valueAt(form, pointer) !== undefined ? [] : [{ pointer, source, sameAs, rules }];
  });
}

function asFieldHas(rules: FormSchema, { value, from }: KnownValue): unknown {
  // Registers speak in words; what this set granted it has as the field does.
  const isSpoken = from !== undefined && 'resource' in from && typeof value === 'string';
  return isSpoken ? fitted(rules, value) : taken(rules, value);
}
