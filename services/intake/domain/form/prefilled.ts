import * as z from 'zod';
import { once } from '#shared/once';
import type { Form } from './form.ts';
import { isWithin, valueAt } from './pointer.ts';

/** A field that was filled in for the applicant: where, and from whom its value is known. */
export const prefilledField = once(() => z.object({ pointer: z.string(), source: z.string() }));
export type PrefilledField = z.infer<ReturnType<typeof prefilledField>>;

/** The fields whose value is still what was filled in: a value that somebody changed is his own. */
export function stillPrefilled(fields: readonly PrefilledField[], was: Form, is: Form): PrefilledField[] {
  return fields.filter(({ pointer }) => {
    const value = valueAt(is, pointer);
    return value !== undefined && value === valueAt(was, pointer);
  });
}

/** The fields that no answer to a notice can have changed: only what was asked may be sent in. */
export function notAsked(fields: readonly PrefilledField[], asked: readonly string[]): PrefilledField[] {
  return fields.filter(({ pointer }) => !asked.some((one) => isWithin(pointer, one) || isWithin(one, pointer)));
}
