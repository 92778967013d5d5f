import * as z from 'zod';
import type { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import type { ReceivedOf } from '#events/event';
import { once } from '#shared/once';

const moment = once(() => z.coerce.date());

/** 共享获取: where a line stands that the office gets itself, as the library told last. */
export const sharedLine = once(() =>
  z.object({
    requirement: z.string(),
    resource: z.string(),
    state: z.enum(['requested', 'fetching', 'to-be-fetched', 'fetched', 'not-found', 'differs', 'declined']),
    since: moment(),
    late: z.literal(true).optional(),
    /** Its provider has corrected what the case rested on. */
    left: z.literal('corrected').optional(),
    leftAt: moment().optional(),
    /** Why the case may rest on it all the same. */
    upheld: z.object({ by: z.string(), byParty: z.string().optional(), at: moment(), reasons: z.string() }).optional(),
  }),
);
export type SharedLine = z.infer<ReturnType<typeof sharedLine>>;

type Told = NonNullable<ReceivedOf<typeof CaseMaterialsChangedV1>['data']['shared']>;

/** All of a case, as it is told now; what the office has said of a line stays until its provider corrects that again. */
export function heardShared(before: readonly SharedLine[], told: Told, at: Date): SharedLine[] {
  return told.map(({ requirement, resource, state, late, left }) => {
    const known = before.find((one) => one.requirement === requirement);
    const since = known?.state === state ? known.since : at;
    const said = { requirement, resource, state, since, late, left };
    const { leftAt = at, upheld } = known ?? {};
    // What the office said in place of an answer stands until there is one.
    if (!left) return known?.left === undefined && unanswered.has(state) ? { ...said, upheld } : said;
    return isCorrectedAnew(known, state) ? { ...said, leftAt: at } : { ...said, leftAt, upheld };
  });
}

/** What had been fetched is fetched again: so it is told that its provider has corrected it. */
function isCorrectedAnew(known: SharedLine | undefined, state: SharedLine['state']): boolean {
  return state === 'fetching' && (known?.state === 'fetched' || known?.state === 'differs');
}

/** What sharing does not provide, as its provider has said: only that may be asked of the applicant (国务院令716 art. 7). */
export function notProvided({ shared = [] }: { shared?: readonly SharedLine[] | undefined }): string[] {
  return shared
    .filter(({ state }) => state === 'not-found' || state === 'declined')
    .map(({ requirement }) => requirement);
}

const unanswered: ReadonlySet<SharedLine['state']> = new Set(['requested', 'fetching', 'to-be-fetched']);

/** Nobody has said yet what there is, and the office not how it knows: unknown is not absent, and not a condition that is met. */
export const isUnknown = ({ state, upheld }: SharedLine): boolean => upheld === undefined && unanswered.has(state);

/** Its provider has corrected it, and nobody has said what that means for the case. */
export const isChanged = ({ left, upheld }: SharedLine): boolean => left !== undefined && upheld === undefined;
