import * as z from 'zod';
import type { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import type { ReceivedOf } from '#events/event';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';

/** An edition of a licence that this set gave, as the library last told of it: ids and days, nothing of what it says. */
export const holding = once(() =>
  z.object({
    licenceId: z.uuid(),
    edition: z.int().min(1),
    /** The case whose grant gave the edition: what that says is what the licence says. */
    caseId: z.uuid(),
    partyId: z.string(),
    type: z.string(),
    state: z.string(),
    until: z.string().optional(),
    /** True of the licence with which its holder began: what registers him. */
    creates: z.boolean().optional(),
    sequence: z.int(),
  }),
);
export type Holding = z.infer<ReturnType<typeof holding>>;

type Told = Pick<ReceivedOf<typeof LicenceChangedV1>, 'data' | 'sequence'>;

/** What a fact tells of an edition; undefined where it does not say which case gave it. */
export function holdingOf({ data, sequence }: Told, creates: boolean): Holding | undefined {
  const { licenceId, edition, caseId, partyId, type, state, validUntil: until } = data;
  if (!caseId) return undefined;
  const known = { licenceId, edition, caseId, partyId, type, state, sequence };
  return { ...known, ...(until && { until }), ...(creates && { creates }) };
}

/** Why an edition is not in force on a day; undefined where it is. */
export function lapsedOn({ state, until }: Pick<Holding, 'state' | 'until'>, at: Date): string | undefined {
  if (state !== 'valid') return state;
  return until !== undefined && until < dayOf(at) ? 'expired' : undefined;
}

/** The one edition in force; where there are several nobody can tell which is meant. */
export function onlyOne(all: readonly Holding[], at: Date): Holding | undefined {
  const [first, ...others] = all.filter((one) => lapsedOn(one, at) === undefined);
  return others.length === 0 ? first : undefined;
}
