import * as z from 'zod';
import { once } from '#shared/once';
import { sourcedFieldsOf } from '../bundle/fields.ts';
import type { Form, FormSchema } from './form.ts';
import { assign, pointerTo, valueAt } from './pointer.ts';
import type { PrefilledField } from './prefilled.ts';

/** What is known of a field by its source (`party`, `licence:…`, `shared:…`) and what it asks; undefined: not known. */
export type Known = (source: string, sameAs: string | undefined) => string | undefined;

/** A form with what is known of it filled in where nothing was said, and which fields those are. */
export function prefill(form: Form, schema: FormSchema, known: Known): { form: Form; prefilled: PrefilledField[] } {
  const open = sourcedFieldsOf(schema).filter(({ path }) => valueAt(form, pointerTo(path)) === undefined);
  return open.reduce<{ form: Form; prefilled: PrefilledField[] }>(
    (filled, { path, source, sameAs, rules }) => {
      const value = source === undefined ? undefined : known(source, sameAs);
      if (source === undefined || value === undefined || !takes(rules, value)) return filled;
      const pointer = pointerTo(path);
      return {
        form: assign(filled.form, { pointer, value }),
        prefilled: [...filled.prefilled, { pointer, source }],
      };
    },
    { form, prefilled: [] },
  );
}

const choice = once(() => z.object({ type: z.literal('string'), enum: z.array(z.string()).optional() }));

function takes(rules: FormSchema, value: string): boolean {
  const found = choice().safeParse(rules).data;
  return found !== undefined && (found.enum?.includes(value) ?? true);
}
