import * as z from 'zod';
import type { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import type { ReceivedOf } from '#events/event';
import { once } from '#shared/once';
import type { Form, FormSchema } from './form.ts';
import { openFields, prefill } from './prefill.ts';
import { saidBy, type PrefilledField } from './prefilled.ts';
import type { Filling, Unfilled } from './unfilled.ts';

type Told = ReceivedOf<typeof PrefillKnownV1>['data'];

const nothing: Filling = { unfilled: [], lapses: [] };

/** A value that the library has handed over. */
export const handedValue = once(() =>
  z.object({
    source: z.string(),
    sameAs: z.string().optional(),
    value: z.union([z.string(), z.number()]),
    from: saidBy(),
  }),
);
export type HandedValue = z.infer<ReturnType<typeof handedValue>>;

/** A form as far as it can be filled in: of a case, or the one form of a bundle. */
export interface Fillable {
  form: Form;
  version: number;
  prefilled: readonly PrefilledField[];
  filling?: Filling | undefined;
  /** Where something was filled in before: what was changed since is not filled in again. */
  offered?: readonly string[];
}

export interface Answer extends Pick<Told, 'open' | 'lapsed'> {
  values: readonly HandedValue[];
}

/** A form with what the library has answered: its open fields filled in, and of those that stay open why. */
export function answered(found: Fillable, schema: FormSchema, { values, open, lapsed }: Answer): Fillable {
  const { filling: before = nothing, offered = [] } = found;
  const heard = [...before.lapses, ...(lapsed ? [lapsed] : [])];
  // An edition that has left stays so; of a register something newer may be heard.
  const lapses = heard.filter(({ licenceId }) => licenceId !== undefined);
  const filled = prefill(found.form, schema, (source, sameAs, pointer) => {
    const known = offered.includes(pointer) ? undefined : values.find(isMine({ source, sameAs }));
    return known && { value: known.value, from: known.from };
  });
  const left = openFields(filled.form, schema).flatMap(({ pointer, source, sameAs }): Unfilled[] => {
    const why = open.find(isMine({ source, sameAs }))?.why;
    if (why) return [{ pointer, source, why }];
    if (values.some(isMine({ source, sameAs }))) return [{ pointer, source, why: 'not-fitting' }];
    return before.unfilled.filter((one) => one.pointer === pointer);
  });
  const pointers = filled.prefilled.map(({ pointer }) => pointer);
  const version = pointers.length > 0 ? found.version + 1 : found.version;
  const came = pointers.length > 0 ? { came: { version, pointers } } : before.came && { came: before.came };
  return {
    ...found,
    form: filled.form,
    version,
    prefilled: [...found.prefilled, ...filled.prefilled].map((one) => ({ ...one, ...lapsedBy(one, heard) })),
    filling: { unfilled: left, lapses, ...came },
    ...(found.offered && { offered: [...offered, ...pointers] }),
  };
}

type Asked = { source: string; sameAs?: string | undefined };
const isMine = (one: Asked) => (other: Asked) => one.source === other.source && one.sameAs === other.sameAs;

function lapsedBy({ from }: PrefilledField, lapses: Filling['lapses']): Pick<PrefilledField, 'lapsed'> {
  const found = lapses.find((one) =>
    from && 'resource' in from
      ? one.resource === from.resource
      : one.licenceId !== undefined && one.licenceId === from?.licenceId && one.edition === from.edition,
  );
  return found ? { lapsed: found.why } : {};
}

/** A form that is begun, with what is asked of others now. */
export function asking(form: Form, schema: FormSchema, before?: Filling): { asks: Asked[]; filling: Filling } {
  const { unfilled: known, ...rest } = before ?? nothing;
  const open = openFields(form, schema);
  const fresh = open.filter(({ pointer }) => !known.some((one) => one.pointer === pointer));
  const asks = fresh.map(({ source, sameAs }) => ({ source, ...(sameAs && { sameAs }) }));
  const pending = fresh.map(({ pointer, source }) => ({ pointer, source, why: 'asked' as const }));
  const unique = asks.filter((one, n) => asks.findIndex((other) => isMine(one)(other)) === n);
  return { asks: unique, filling: { ...rest, unfilled: [...known, ...pending] } };
}
