import * as z from 'zod';
import { sharedResource } from '#events/materials/shared-resources';
import { endOf } from '#shared/calendar';
import { once } from '#shared/once';
import type { Position } from '#shared/page';
import { plain } from '#shared/plain';
import { keptUntil } from '#shared/retention';
import type { Key, Write } from '#shared/table';
import type { CaseUse } from '../domain/use/use.ts';

/** What a provider's register has said, for one line of a case: the content, which is in no fact and no record of a case. */
export const sharedRecord = once(() =>
  z.object({
    caseId: z.uuid(),
    requirement: z.string(),
    resource: z.string(),
    partyId: z.string(),
    district: z.string(),
    itemKey: z.string(),
    /** `differs`: it is not what was asked for. */
    state: z.enum(['fetched', 'differs']),
    fetchedAt: z.coerce.date(),
    fields: z.record(z.string(), z.string()),
    /** Seconds since 1970: when the archive of its case may go. */
    expiresAt: z.int().optional(),
  }),
);
export type SharedRecord = z.infer<ReturnType<typeof sharedRecord>>;

export const casePartition = (caseId: string) => `CASE#${caseId}`;
export const sharedRecordKey = (caseId: string, requirement: string): Key => ({
  pk: casePartition(caseId),
  sk: `SHARED#${requirement}`,
});

/** All that was fetched of a party, and of one resource. */
export const recordsOf = (partyId: string) => `SHARED#${partyId}`;
export const recordsOfKind = (partyId: string, resource: string) => `SHARED#${partyId}#${resource}`;

/** Where a record stands in the list of its party. */
export function recordPlace({ caseId, requirement, fetchedAt }: SharedRecord): Position {
  return [`${fetchedAt.toISOString()}#${caseId}#${requirement}`, casePartition(caseId)];
}

/** The newest answer stands in the place of the one before. */
export function recordWrite(found: SharedRecord): Write {
  const { caseId, requirement, partyId, resource } = found;
  const [sk1] = recordPlace(found);
  const place = { pk1: recordsOf(partyId), sk1 };
  const kind = { pk2: recordsOfKind(partyId, resource), sk2: `${caseId}#${requirement}` };
  return { put: { ...sharedRecordKey(caseId, requirement), schema: 1, ...plain(found), ...place, ...kind } };
}

/** What was fetched for a case goes with its archive; until then a case that has ended keeps it. */
export function expiryWrites(before: CaseUse | undefined, use: CaseUse): Write[] {
  const { caseId, shared = [], ended, endedOn, retention } = use;
  const last = ended && !before?.ended && endedOn ? keptUntil(retention, endedOn) : undefined;
  if (last === undefined) return [];
  const expiresAt = Math.floor(endOf(last).getTime() / 1000);
  return shared
    .filter(({ state, left }) => state === 'fetched' || state === 'differs' || left !== undefined)
    .map(({ requirement }) => ({
      update: sharedRecordKey(caseId, requirement),
      set: { expiresAt },
      when: ifOf(requirement),
    }));
}

/** It is there, and what its key says that it is. */
const ifOf = (requirement: string) => ({
  expression: '#requirement = :requirement',
  names: { '#requirement': 'requirement' },
  values: { ':requirement': requirement },
});

/** DynamoDB removes late what has expired. */
export const isKept = ({ expiresAt }: Pick<SharedRecord, 'expiresAt'>, at: Date): boolean =>
  expiresAt === undefined || at.getTime() < expiresAt * 1000;

/** What its provider has to answer, by when it was asked: one row while it is open. */
export const requestsOf = (provider: { district: string; department: string }) =>
  `REQUESTED#${provider.district}/${provider.department}`;

const openIn = (use: CaseUse | undefined) =>
  use && !use.ended ? (use.shared ?? []).filter(({ state }) => state === 'requested') : [];

export function requestWrites(before: CaseUse | undefined, use: CaseUse): Write[] {
  const [was, is] = [openIn(before), openIn(use)];
  const { caseId } = use;
  const keyOf = (requirement: string): Key => ({ pk: casePartition(caseId), sk: `REQUEST#${requirement}` });
  const isIn = (all: typeof was, requirement: string) => all.some((one) => one.requirement === requirement);
  return [
    ...is.flatMap(({ requirement, resource, at }): Write[] => {
      const provider = sharedResource(resource)?.provider;
      if (!provider || isIn(was, requirement)) return [];
      const place = { pk1: requestsOf(provider), sk1: `${at.toISOString()}#${caseId}#${requirement}` };
      return [{ put: { ...keyOf(requirement), schema: 1, caseId, requirement, ...place } }];
    }),
    ...was
      .filter(({ requirement }) => !isIn(is, requirement))
      .map(({ requirement }): Write => ({ remove: keyOf(requirement) })),
  ];
}
