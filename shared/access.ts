import type { Actor, Post, Role } from '#shared/actor';
import { problems, type Problem } from '#shared/problem';

/** One way to be allowed on a route. */
export type Who =
  | { who: 'anyone' }
  /** A person or organisation for its own affairs, or for an organisation it may act for. */
  | { who: 'applicant'; assurance: 1 | 2 | 3 }
  /** Staff by post. `department`: the records of their departments; `district`: all of the set; `any-district`: 全城通办. */
  | { who: 'staff'; roles: readonly Role[]; reach: 'department' | 'district' | 'any-district' };

export const anyone: Who = { who: 'anyone' };
export const applicant = (assurance: 1 | 2 | 3): Who => ({ who: 'applicant', assurance });
export const staff = (reach: 'department' | 'district' | 'any-district', ...roles: readonly Role[]): Who => ({
  who: 'staff',
  roles,
  reach,
});

/** Who calls; of staff who act, a service that knows merges of parties adds all ids of the person, his own among them. */
export type Caller = Actor & { ids?: readonly string[] };

/** What a caller may see and in which capacities he acts; every read of a store takes one. */
export interface Scope {
  actor: Caller;
  /** `applicant`, or the roles of the posts that count on this route. */
  capacities: readonly (Role | 'applicant')[];
  /** Parties whose records are his own. */
  parties: readonly string[];
  /** Departments whose records are his to work on. */
  departments: readonly string[] | 'any';
  office: string;
  /** Staff of other districts alone, whom a route of any district lets in. */
  guest?: boolean;
}

const nobody: Actor = { sub: 'anyone', partyId: 'none', kind: 'person', assurance: 1, orgs: [], posts: [] };

/** The scope of a public route: nothing is anybody's own. */
export const publicScope: Scope = { actor: nobody, capacities: [], parties: [], departments: [], office: 'public' };

interface Place {
  set: string;
  now: Date;
}

/** Scope of an actor on a route, or why not. A post counts from its first to before its last moment. */
export function scopeOf(actor: Actor, may: readonly Who[], place: Place): Scope | Problem {
  const refusals: Problem[] = [];
  for (const way of may) {
    const found = way.who === 'staff' ? asStaff(actor, way, place) : asApplicant(actor, way);
    if ('capacities' in found) return found;
    refusals.push(found);
  }
  // The most telling reason wins: a right role in another district, or a weak identity, can be mended.
  return refusals.find(({ code }) => code !== 'wrong-role') ?? problems.wrongRole;
}

function asApplicant(actor: Actor, way: Exclude<Who, { who: 'staff' }>): Scope | Problem {
  if (way.who === 'anyone') return publicScope;
  if (actor.kind !== 'person' && actor.kind !== 'organisation') return problems.wrongRole;
  if (actor.assurance < way.assurance) return problems.assuranceTooLow;
  const parties = [actor.partyId, ...actor.orgs];
  return { actor, capacities: ['applicant'], parties, departments: [], office: 'applicant' };
}

function asStaff(actor: Actor, way: Extract<Who, { who: 'staff' }>, { set, now }: Place): Scope | Problem {
  if (actor.kind !== 'staff' && actor.kind !== 'service') return problems.wrongRole;
  const held = actor.posts.filter((post) => way.roles.includes(post.role) && isCurrent(post, now));
  if (held.length === 0) return problems.wrongRole;
  const posts = way.reach === 'any-district' ? held : held.filter(({ district }) => district === set);
  const [first] = posts;
  if (!first) return problems.wrongDistrict;
  return {
    actor,
    capacities: posts.map(({ role }) => role),
    parties: [],
    departments: way.reach === 'department' ? posts.flatMap(({ department }) => department ?? []) : 'any',
    office: `${first.district}/${first.department ?? first.role}`,
    ...(posts.every(({ district }) => district !== set) && { guest: true }),
  };
}

/** Whether a post is held at a moment: from its first to before its last. */
export function isCurrent({ from, until }: Post, now: Date): boolean {
  return (!from || new Date(from) <= now) && (!until || now < new Date(until));
}
