import * as z from 'zod';
import { daysSaid } from '#events/materials/days-said';
import { once } from '#shared/once';
import type { Form } from './form.ts';
import { isWithin, valueAt } from './pointer.ts';

/** The edition of a licence that says a value; its last day where another set gave it and only the library knows how it stands. */
const byLicence = once(() => z.object({ licenceId: z.uuid(), edition: z.int(), until: z.iso.date().optional() }));
/** The shared resource whose register says it, by which law that was asked, and when. */
const byRegister = once(() => z.object({ resource: z.string(), basis: z.string(), at: z.iso.datetime() }));
export const saidBy = once(() => z.union([byLicence(), byRegister()]));
export type SaidBy = z.infer<ReturnType<typeof saidBy>>;

/** A field that was filled in for the applicant: where, and from whom its value is known. */
export const prefilledField = once(() =>
  z.object({
    pointer: z.string(),
    source: z.string(),
    /** What says it; nothing where it is the document by which somebody names the party. */
    from: saidBy().optional(),
    /** Why what said it holds no more, as the library has told. */
    lapsed: z.string().optional(),
  }),
);
export type PrefilledField = z.infer<ReturnType<typeof prefilledField>>;

/** Whether what was said then is not taken as said any longer. */
export const isOutdated = ({ at }: { at: string }, now: Date): boolean =>
  now.getTime() - Date.parse(at) > daysSaid * 86_400_000;

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
