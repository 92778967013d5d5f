import * as z from 'zod';
import { fact, type Fact } from '#events/event';
import { GrantChangedV1 } from '#events/materials/grant-changed.v1';
import { dayOf, daysAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';

const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);

/** To whom a document is granted: another party, as a delegate, or a department of a set. */
export const grantee = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), partyId: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal('office'), district: key(), department: key() }),
  ]),
);
export type Grantee = z.infer<ReturnType<typeof grantee>>;

export const grantState = z.enum(['active', 'revoked']);
const moment = once(() => z.coerce.date());

/** 授权: one version of a document that its owner lets somebody read, why, and until when. */
export const grant = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: grantState,
    materialId: z.uuid(),
    /** Of the document. */
    n: z.int(),
    type: z.string(),
    partyId: z.string(),
    to: grantee(),
    why: z.string(),
    /** The last day on which it can be read. */
    until: z.string(),
    givenAt: moment(),
    givenBy: z.string(),
    revokedAt: moment().optional(),
    revokedBy: z.string().optional(),
    timelineHash: z.string().default(''),
  }),
);
export type Grant = z.infer<ReturnType<typeof grant>>;

const conditions = {
  'its last day is not over': ({ until }: Pick<Grant, 'until'>, day: Day) => day <= until,
} as const;

export interface GrantArrow {
  act: 'read' | 'revoke';
  from: readonly Grant['state'][];
  to: Grant['state'];
  who: readonly ('owner' | 'grantee')[];
  when?: keyof typeof conditions;
}

/** What is done with a grant: (from, act, who) → to. It ends by itself with its last day. */
export const grantGraph: readonly GrantArrow[] = [
  { act: 'read', from: ['active'], to: 'active', who: ['grantee'], when: 'its last day is not over' },
  { act: 'revoke', from: ['active'], to: 'revoked', who: ['owner'], when: 'its last day is not over' },
];

/** What this one may do with a grant on a day. */
export function grantActions(found: Grant, who: 'owner' | 'grantee', day: Day): GrantArrow['act'][] {
  return grantGraph
    .filter((one) => one.from.includes(found.state) && one.who.includes(who))
    .filter(({ when }) => when === undefined || conditions[when](found, day))
    .map(({ act }) => act);
}

/** A grant is for a purpose and a time: a year at most, and it can be given again. Ours; no source sets a number. */
const longest = 366;

/** Why a grant cannot run until a day; undefined where it can. */
export function untilFault(until: Day, today: Day): 'over' | 'too-long' | undefined {
  if (until < today) return 'over';
  return until > daysAfter(today, longest) ? 'too-long' : undefined;
}

/** What an act of its owner changes of a grant. */
export interface GrantChange {
  before: Grant | undefined;
  grant: Grant;
  act: 'give' | 'revoke';
  facts: readonly Fact[];
}

export const give = (grant: Grant): GrantChange => ({ before: undefined, grant, act: 'give', facts: [factOf(grant)] });

export function revoke(before: Grant, { at, by }: { at: Date; by: string }): GrantChange {
  const version = before.version + 1;
  const grant: Grant = { ...before, version, state: 'revoked', revokedAt: at, revokedBy: by };
  return { before, grant, act: 'revoke', facts: [factOf(grant)] };
}

function factOf({ id: grantId, materialId, n: version, partyId, to, state, until }: Grant): Fact {
  return fact(GrantChangedV1, { grantId, materialId, version, partyId, grantee: granteeName(to), state, until });
}

/** A party by its id, an office as its posts name it: `gulou/amr`. */
export const granteeName = (to: Grantee): string =>
  to.kind === 'party' ? to.partyId : `${to.district}/${to.department}`;

/** Where it stands on a day, as it is shown. */
export function standingOf({ state, until }: Pick<Grant, 'state' | 'until'>, at: Date): 'active' | 'revoked' | 'ended' {
  return state === 'active' && dayOf(at) > until ? 'ended' : state;
}
