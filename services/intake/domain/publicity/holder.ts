import * as z from 'zod';
import { maskName } from '#shared/mask';
import { once } from '#shared/once';
import type { Form, FormSchema } from '../form/form.ts';
import type { Holder } from './state.ts';

/** A holder as anybody may see him. The name is masked before it is kept: what is not stored cannot leak. */
export function shownHolder({ kind, name }: Holder): Holder {
  return { kind, name: kind === 'person' ? maskName(name) : name };
}

const node = once(() =>
  z.object({ 'x-same-as': z.string().optional(), properties: z.record(z.string(), z.unknown()).optional() }),
);

/** Who a form says the applicant is, by the field that every form shares, as anybody may see him; undefined where it has none. */
export function holderIn(form: Form, schema: FormSchema): Holder | undefined {
  const named = namedIn(form, schema);
  return named && shownHolder(named);
}

/** The same by his full name: for what is his own. */
export function namedIn(form: Form, schema: FormSchema): Holder | undefined {
  const organisation = sharedValue(form, schema, 'company.name');
  if (organisation) return { kind: 'organisation', name: organisation };
  const person = sharedValue(form, schema, 'person.name');
  return person ? { kind: 'person', name: person } : undefined;
}

function sharedValue(at: unknown, schema: unknown, key: string): string | undefined {
  const read = node().safeParse(schema).data;
  if (!read) return undefined;
  if (read['x-same-as'] === key) return typeof at === 'string' && at.trim() !== '' ? at.trim() : undefined;
  const values = new Map(typeof at === 'object' && at !== null ? Object.entries(at) : []);
  for (const [name, inner] of Object.entries(read.properties ?? {})) {
    const found = sharedValue(values.get(name), inner, key);
    if (found) return found;
  }
  return undefined;
}
