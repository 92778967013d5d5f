import * as z from 'zod';
import { maskName } from '#shared/mask';
import { once } from '#shared/once';
import type { Application } from '../case/application.ts';
import { persons } from '../catalogue/audience.ts';
import type { Form, FormSchema } from '../form/form.ts';
import type { Holder } from './state.ts';

/** A holder as anybody may see him. The name is masked before it is kept: what is not stored cannot leak. */
export function shownHolder({ kind, name }: Holder): Holder {
  return { kind, name: kind === 'person' ? maskName(name) : name };
}

const node = once(() =>
  z.object({ 'x-same-as': z.string().optional(), properties: z.record(z.string(), z.unknown()).optional() }),
);

type Whose = Pick<Application, 'appliesAs' | 'createdPartyId' | 'heldBy'>;

/** What the holder is known to be, whatever he writes of himself; undefined where nothing but the form says it. */
export function kindOf({ appliesAs = [], createdPartyId, heldBy }: Whose): Holder['kind'] | undefined {
  // What a founder applies for is held by the party that its grant, or one before it, creates.
  if (createdPartyId || heldBy || appliesAs.length === 0) return undefined;
  if (appliesAs.every((one) => persons.includes(one))) return 'person';
  return appliesAs.some((one) => persons.includes(one)) ? undefined : 'organisation';
}

/** Who a form says the applicant is, by the field that every form shares, as anybody may see him; undefined where it has none. */
export function holderIn(form: Form, schema: FormSchema, kind?: Holder['kind']): Holder | undefined {
  const named = namedIn(form, schema, kind);
  return named && shownHolder(named);
}

/** The same by his full name: for what is his own. A person is one also where the form asks for the name of an organisation. */
export function namedIn(form: Form, schema: FormSchema, kind?: Holder['kind']): Holder | undefined {
  const organisation = sharedValue(form, schema, 'company.name');
  const person = sharedValue(form, schema, 'person.name');
  if (organisation && kind !== 'person') return { kind: 'organisation', name: organisation };
  const name = person ?? organisation;
  return name ? { kind: 'person', name } : undefined;
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
