import * as z from 'zod';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { fact, type Fact, type ReceivedOf } from '#events/event';
import { dayOf, monthsAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { forGood, keptUntil, retention } from '#shared/retention';
import type { BasisVersion, Basis } from '../material/basis.ts';
import { holdsOn, versionOf } from '../material/material.ts';
import { sharedLine } from '../sharing/line.ts';

const why = z.enum(['unknown', 'not-at-hand', 'not-in-force', 'other-kind']);
const left = z.enum(['expired', 'withdrawn']);

/** One document that a case uses, for one line of its item's list. */
const use = once(() =>
  z.object({
    requirement: z.string(),
    materialId: z.string(),
    version: z.int(),
    /** `awaited`: a licence that its bundle has given, and of which nothing has been heard yet. */
    state: z.enum(['confirmed', 'refused', 'awaited']),
    why: why.optional(),
    /** Of the file that is confirmed; a licence has none. */
    sha256: z.string().optional(),
    /** It was confirmed, and is not in force any more since. */
    left: left.optional(),
  }),
);
export type Use = z.infer<ReturnType<typeof use>>;

/** 用证: a case of a set as far as documents are concerned. `sequence` is that of the last fact of how the case stands. */
export const caseUse = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int(),
    sequence: z.int(),
    /** That of the last list of what it uses; the one of its submission is none. */
    revision: z.int(),
    /** Of what its set was told last. */
    told: z.int(),
    district: z.string(),
    partyId: z.string(),
    /** Who applied before a case of the same bundle created the party; his documents count as the party's. */
    heldBy: z.string().optional(),
    itemKey: z.string(),
    departments: z.array(z.string()),
    uses: z.array(use()),
    /** The law by which its office asks, and what it gets of shared data. */
    basis: z.string().optional(),
    shared: z.array(sharedLine()).optional(),
    ended: z.boolean(),
    /** The day (yyyy-mm-dd) on which it was known to have ended. */
    endedOn: z.string().optional(),
    /** For how long what belongs to it is kept from then on; where its set did not say, for good. */
    retention: retention.default('permanent'),
  }),
);
export type CaseUse = z.infer<ReturnType<typeof caseUse>>;

type Submitted = ReceivedOf<typeof ApplicationSubmittedV1>;
type Changed = ReceivedOf<typeof CaseChangedV2>;
type Given = Pick<ReceivedOf<typeof MaterialsGivenV1>, 'data' | 'sequence' | 'time'>;
type Named = Pick<Use, 'requirement' | 'materialId' | 'version'> & { result?: true | undefined };

/**
 * A case was handed in: each document that it names is confirmed where it is the applicant's own, at hand, in force on that
 * day and of the kind that is asked for. Its departments may read those until the case ends. What was confirmed for the case
 * upon which it begins is so for this one: it rests on the same, whatever has come of it since.
 */
export function beginUse({ data, sequence, time }: Submitted, library: Library, earlier?: CaseUse): CaseUse {
  const { caseId, district, partyId, heldBy, itemKey, departments, materials } = data;
  const isHis = earlier !== undefined && library.owners.includes(earlier.partyId);
  const kept = isHis ? earlier.uses.filter(({ state }) => state === 'confirmed') : [];
  const judging = { ...library, day: dayOf(new Date(time)) };
  const uses = materials.map((one) => kept.find((known) => isSame(known, one)) ?? judged(one, judging));
  const whose = { caseId, district, partyId, ...(heldBy && { heldBy }), itemKey, departments };
  const { retention: keeping = 'permanent' } = data;
  return { ...whose, retention: keeping, version: 1, sequence, revision: 0, told: sequence, uses, ended: false };
}

/** It uses other documents from now on. What it used before stays as it was confirmed; an older list says nothing. */
export function giveAnew(before: CaseUse, { data, sequence, time }: Given, library: Library): CaseUse {
  if (sequence <= before.revision) return before;
  const judging = { ...library, day: dayOf(new Date(time)) };
  const uses = data.materials.map((one) => before.uses.find((known) => isSame(known, one)) ?? judged(one, judging));
  return { ...before, version: before.version + 1, revision: sequence, told: before.told + 1, uses };
}

/** What has become of a case; a fact that is older than what is known changes nothing. */
export function followCase(
  found: CaseUse,
  { data, sequence, time }: Pick<Changed, 'data' | 'sequence' | 'time'>,
): CaseUse {
  if (sequence <= found.sequence) return found;
  const ended = data.state === 'decided' || data.state === 'withdrawn';
  const endedOn = found.endedOn ?? (ended ? dayOf(new Date(time)) : undefined);
  return { ...found, version: found.version + 1, sequence, ended: found.ended || ended, endedOn };
}

/** The version of a document is not in force any more: nothing is taken from the case, but its office must know. */
export function leave(found: CaseUse, one: Pick<Use, 'materialId' | 'version'>, how: 'expired' | 'withdrawn'): CaseUse {
  const isHit = ({ materialId, version, state, left: before }: Use) =>
    materialId === one.materialId && version === one.version && state === 'confirmed' && before === undefined;
  if (!found.uses.some(isHit)) return found;
  const uses = found.uses.map((each) => (isHit(each) ? { ...each, left: how } : each));
  return { ...found, version: found.version + 1, told: found.told + 1, uses };
}

/** Until when what a case uses must stay: while it runs a month at a time, then as long as its archive. */
export function neededUntil({ ended, endedOn, retention: keeping }: CaseUse, today: Day): Day {
  if (!ended || endedOn === undefined) return monthsAfter(today, 1);
  return keptUntil(keeping, endedOn) ?? forGood;
}

/** A licence that a case waits for is given: it is judged as those are that were there when the case was handed in. */
export function hearOf(before: CaseUse, library: Library, at: Date): CaseUse {
  const judging = { ...library, day: dayOf(at) };
  const isHit = ({ state, materialId }: Use) =>
    state === 'awaited' && library.found.some(({ id }) => id === materialId);
  if (!before.uses.some(isHit)) return before;
  const uses = before.uses.map((one) => (isHit(one) ? judged(one, judging) : one));
  return { ...before, version: before.version + 1, told: before.told + 1, uses };
}

/** What the set of a case is told of what it uses, all of it; of what is awaited there is nothing to tell. */
export function standing({ caseId, uses, shared, district }: CaseUse): Fact {
  const requirements = uses.flatMap(({ state, ...one }) => (state === 'awaited' ? [] : [{ ...one, state }]));
  const lines = shared?.map(({ requirement, resource, state, late, left }) => {
    return { requirement, resource, state, ...(late && { late }), ...(left && { left }) };
  });
  return fact(CaseMaterialsChangedV1, { caseId, requirements, ...(lines && { shared: lines }) }, district);
}

/** The document that a case uses for a line of the list; undefined where none is confirmed. */
export function confirmedFor({ uses }: CaseUse, requirement: string): Use | undefined {
  return uses.find((one) => one.requirement === requirement && one.state === 'confirmed');
}

export const isSame = (one: Named, other: Named): boolean =>
  one.requirement === other.requirement && one.materialId === other.materialId && one.version === other.version;

/** What was found of what a case names, and whose counts for it: all ids of its party, and of whoever applied before that was. */
export interface Library {
  found: readonly Basis[];
  owners: readonly string[];
}

interface Judging extends Library {
  day: string;
}

function judged({ requirement, materialId, version, result }: Named, { owners, day, found }: Judging): Use {
  const named = { requirement, materialId, version };
  if (result && !found.some(({ id }) => id === materialId)) return { ...named, state: 'awaited' };
  const material = found.find(({ id, partyId }) => id === materialId && owners.includes(partyId));
  const file = material && versionOf(material, version);
  const refused = faultOf(named, { type: material?.type, file }, day);
  if (refused || !file) return { ...named, state: 'refused', why: refused };
  return { ...named, state: 'confirmed', ...(file.sha256 && { sha256: file.sha256 }) };
}

function faultOf(
  { requirement }: Named,
  { type, file }: { type: string | undefined; file: BasisVersion | undefined },
  day: string,
): Use['why'] {
  if (!file) return 'unknown';
  if (type !== requirement) return 'other-kind';
  if (file.state !== 'available') return 'not-at-hand';
  return holdsOn(file, day) ? undefined : 'not-in-force';
}
