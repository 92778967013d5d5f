import * as z from 'zod';
import { once } from '#shared/once';
import type { Form } from './form.ts';
import { isWithin, valueAt } from './pointer.ts';

/** A field that was filled in for the applicant: where, and from whom its value is known. */
export const prefilledField = once(() =>
  z.object({
    pointer: z.string(),
    source: z.string(),
    /** The edition of a licence that says it. */
    from: z.object({ licenceId: z.uuid(), edition: z.int() }).optional(),
  }),
);
export type PrefilledField = z.infer<ReturnType<typeof prefilledField>>;

interface Saved {
  was: Form;
  is: Form;
  /** Fields that somebody confirms: their values are his own. */
  confirmed?: readonly string[] | undefined;
}

/** The fields whose value is still what was filled in: a value that somebody changed, or confirmed, is his own. */
export function stillPrefilled(
  fields: readonly PrefilledField[],
  { was, is, confirmed = [] }: Saved,
): PrefilledField[] {
  return fields.filter(({ pointer }) => {
    if (confirmed.includes(pointer)) return false;
    const value = valueAt(is, pointer);
    return value !== undefined && value === valueAt(was, pointer);
  });
}

/** The fields that no answer to a notice can have changed: only what was asked may be sent in. */
export function notAsked(fields: readonly PrefilledField[], asked: readonly string[]): PrefilledField[] {
  return fields.filter(({ pointer }) => !asked.some((one) => isWithin(pointer, one) || isWithin(one, pointer)));
}
