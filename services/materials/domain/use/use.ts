import * as z from 'zod';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { fact, type Fact, type ReceivedOf } from '#events/event';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import { holdsOn, versionOf, type Material } from '../material/material.ts';

const why = z.enum(['unknown', 'not-at-hand', 'not-in-force', 'other-kind']);

/** One document that a case uses, for one line of its item's list. */
const use = once(() =>
  z.object({
    requirement: z.string(),
    materialId: z.string(),
    version: z.int(),
    state: z.enum(['confirmed', 'refused']),
    why: why.optional(),
  }),
);
export type Use = z.infer<ReturnType<typeof use>>;

/** 用证: a case of a set as far as documents are concerned. `sequence` is that of the last fact of it. */
export const caseUse = once(() =>
  z.object({
    caseId: z.uuid(),
    sequence: z.int(),
    district: z.string(),
    partyId: z.string(),
    itemKey: z.string(),
    departments: z.array(z.string()),
    uses: z.array(use()),
    ended: z.boolean(),
  }),
);
export type CaseUse = z.infer<ReturnType<typeof caseUse>>;

type Submitted = ReceivedOf<typeof ApplicationSubmittedV1>;
type Changed = ReceivedOf<typeof CaseChangedV2>;

export interface Begun {
  use: CaseUse;
  facts: readonly Fact[];
}

/**
 * A case was handed in: each document that it names is confirmed where it is the applicant's own, at hand, in force on that
 * day and of the kind that is asked for. Its departments may read those until the case ends.
 */
export function beginUse({ data, sequence, time }: Submitted, found: readonly Material[]): Begun {
  const { caseId, district, partyId, itemKey, departments, materials } = data;
  const uses = materials.map((one) => {
    const material = found.find(({ id, partyId: owner }) => id === one.materialId && owner === partyId);
    const refused = faultOf(one, material, dayOf(new Date(time)));
    return refused ? { ...one, state: 'refused' as const, why: refused } : { ...one, state: 'confirmed' as const };
  });
  const begun = { caseId, sequence, district, partyId, itemKey, departments, uses, ended: false };
  return { use: begun, facts: uses.length > 0 ? [standing(begun)] : [] };
}

function faultOf(
  { requirement, version }: { requirement: string; version: number },
  material: Material | undefined,
  day: string,
): Use['why'] {
  const found = material && versionOf(material, version);
  if (!material || !found) return 'unknown';
  if (material.type !== requirement) return 'other-kind';
  if (found.state !== 'available') return 'not-at-hand';
  return holdsOn(found, day) ? undefined : 'not-in-force';
}

/** What has become of a case; a fact that is older than what is known changes nothing. */
export function followCase(found: CaseUse, { data, sequence }: Pick<Changed, 'data' | 'sequence'>): CaseUse {
  if (sequence <= found.sequence) return found;
  const ended = data.state === 'decided' || data.state === 'withdrawn';
  return { ...found, sequence, ended: found.ended || ended };
}

/** The document that a case uses for a line of the list; undefined where none is confirmed. */
export function confirmedFor({ uses }: CaseUse, requirement: string): Use | undefined {
  return uses.find((one) => one.requirement === requirement && one.state === 'confirmed');
}

function standing({ caseId, uses, district }: CaseUse): Fact {
  return fact(CaseMaterialsChangedV1, { caseId, requirements: uses }, district);
}
