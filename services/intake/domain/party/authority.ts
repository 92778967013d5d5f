import * as z from 'zod';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { once } from '#shared/once';

/** 代理权限: who may act for whom, as intake keeps it; made from facts alone. */
export const authority = once(() =>
  AuthorityChangedV1.data.extend({
    from: z.coerce.date(),
    until: z.coerce.date().optional(),
    /** Of the last fact taken in: a lower one tells nothing new. */
    sequence: z.int(),
  }),
);
export type Authority = z.infer<ReturnType<typeof authority>>;

/** What somebody wants to do something with: a case, or an item that is applied for. */
export interface Matter {
  itemKey: string;
  caseId?: string;
  projectId?: string;
  stage?: number;
}

interface Told {
  sequence: number;
  data: z.infer<(typeof AuthorityChangedV1)['data']>;
}

/** The copy of an authority as a fact tells of it. */
export function authorityOf({ sequence, data }: Told): Authority {
  return authority().parse({ ...data, sequence });
}

interface Place {
  /** The set that keeps the copy, and the city. */
  set: string;
  city: string;
}

/** Personal authorities live in the city, a mandate in the set of its project: what another set says counts here for nothing. */
export function countsHere(district: string, { kind }: Pick<Authority, 'kind'>, { set, city }: Place): boolean {
  return district === city || (district === set && kind === 'officer');
}

/** Who calls by whose authority: an applicant by a personal one, an officer by a mandate (代办). */
export type Standing = 'applicant' | 'officer';

/** Desks enter a case for an applicant who stands before them: their clerk-assisted authority is no key to his other cases. */
const kindsOf: Record<Standing, readonly Authority['kind'][]> = {
  applicant: ['guardian', 'delegate', 'legal-representative', 'handler'],
  officer: ['officer'],
};

export type AuthorityFault = 'none' | 'not-covered' | 'to-confirm';

/** For whom a party may act, as it is kept beside the party: enough to tell whose affairs touch him. */
export const proxy = once(() => authority().pick({ authorityId: true, principal: true, from: true, until: true }));
export type Proxy = z.infer<ReturnType<typeof proxy>>;

/** Whether an authority counts at a moment: from its first to before its last. */
export const isLive = ({ from, until }: Pick<Authority, 'from' | 'until'>, at: Date): boolean =>
  from <= at && (!until || at < until);

/** Why nobody may act by an authority in a matter now; undefined where he may. It counts from its first to before its last moment. */
export function faultOf(found: Authority, matter: Matter, at: Date): AuthorityFault | undefined {
  const { state } = found;
  if (state === 'suspended' || state === 'ended' || !isLive(found, at)) return 'none';
  if (!covers(found, matter)) return 'not-covered';
  return state === 'to-confirm' ? 'to-confirm' : undefined;
}

/** All that the scope names must fit; a case of no project is in no stage. */
export function covers({ scope }: Pick<Authority, 'scope'>, { itemKey, caseId, projectId, stage }: Matter): boolean {
  const { items, stages, cases } = scope;
  return (
    (items.includes('*') || items.includes(itemKey)) &&
    (!stages || (stage !== undefined && stages.includes(stage))) &&
    (scope.projectId === undefined || scope.projectId === projectId) &&
    (!cases || (caseId !== undefined && cases.includes(caseId)))
  );
}

/** A matter with who wants to do something with it, and whose it is; a party may have several ids. */
export interface Claim {
  standing: Standing;
  /** Ids of the caller, and of whom he would act for; absent: whoever the authority names. */
  callers: readonly string[];
  principals?: readonly string[];
  matter: Matter;
  at: Date;
}

export type Verdict =
  | { allowed: Authority; /** False: he may look, and must confirm something before he acts. */ acts: boolean }
  | { refused: 'none' | 'not-covered' };

/** The authority by which a caller may act, else one by which he may look, among those that could be meant. */
export function judge(found: readonly Authority[], claim: Claim): Verdict {
  const { standing, callers, principals, matter, at } = claim;
  const his = found.filter(
    ({ kind, delegate, principal }) =>
      kindsOf[standing].includes(kind) && callers.includes(delegate) && (!principals || principals.includes(principal)),
  );
  const judged = his.map((one) => ({ one, fault: faultOf(one, matter, at) }));
  const best = judged.find(({ fault }) => fault === undefined) ?? judged.find(({ fault }) => fault === 'to-confirm');
  if (best) return { allowed: best.one, acts: best.fault === undefined };
  return { refused: judged.some(({ fault }) => fault === 'not-covered') ? 'not-covered' : 'none' };
}
