import type { Scope } from '#shared/access';
import type { Problem } from '#shared/problem';
import { judge, type Authority, type Matter, type Standing, type Verdict } from './domain/party/authority.ts';
import * as partyProblems from './problems/party.ts';
import type { AuthorityStore } from './stores/authorities.ts';
import type { PartyStore } from './stores/parties.ts';

/** A case that a caller wants to look at or to do something with. */
export interface CaseMatter extends Matter {
  caseId: string;
  partyId: string;
  /** Who applied for it before its party existed, and answers for it beside that. */
  heldBy?: string;
  /** The authority under which it was begun; tried first. */
  authorityId?: string;
}

/** In whose place a caller stands: his own (perhaps by another of his ids), or another's by an authority. */
export type Place = { place: 'own' } | { place: 'authority'; authority: Authority; acts: boolean } | Refused;
type Refused = { refused: 'none' | 'not-covered' };

/** Finds by which right somebody who is not the party itself may come to a case or apply for an item. */
export function authorityResolver({ authorities, parties }: { authorities: AuthorityStore; parties: PartyStore }) {
  return {
    /** One read where the case names the caller's authority; else the ids of both sides and what is between them. */
    async forCase(scope: Scope, found: CaseMatter, at: Date): Promise<Place> {
      const standing = standingOf(scope);
      if (!standing) return { refused: 'none' };
      if (standing === 'applicant' && scope.parties.includes(found.partyId)) return { place: 'own' };

      const { partyId } = scope.actor;
      const claim = { standing, matter: found, at };
      const sides = [found.partyId, ...(found.heldBy ? [found.heldBy] : [])];
      const named = found.authorityId ? await authorities.get(found.authorityId) : undefined;
      const first = judge(named ? [named] : [], { ...claim, callers: [partyId], principals: sides });
      if ('allowed' in first) return placed(first);

      const groupsOfSides = Promise.all(sides.map((one) => parties.group(one)));
      const [callers, groups] = await Promise.all([parties.group(partyId), groupsOfSides]);
      const principals = groups.flat();
      if (standing === 'applicant' && sides.some((one) => callers.includes(one))) return { place: 'own' };
      const pairs = callers.flatMap((caller) => principals.map((principal) => authorities.between(caller, principal)));
      return placed(judge((await Promise.all(pairs)).flat(), { ...claim, callers, principals }));
    },

    /** The authority that somebody names to apply for another; it says for whom. */
    async forItem(
      scope: Scope,
      { authorityId, matter }: { authorityId: string; matter: Matter },
      at: Date,
    ): Promise<Place> {
      const standing = standingOf(scope);
      const named = standing && (await authorities.get(authorityId));
      if (!named) return { refused: 'none' };
      const { partyId } = scope.actor;
      const callers = named.delegate === partyId ? [partyId] : await parties.group(partyId);
      return placed(judge([named], { standing, callers, matter, at }));
    },
  };
}

/** By what kind of authority a caller could act; staff at desks act by their post alone. */
export function standingOf({ capacities }: Scope): Standing | undefined {
  if (capacities.includes('applicant')) return 'applicant';
  return capacities.includes('officer') ? 'officer' : undefined;
}

function placed(verdict: Verdict): Place {
  return 'allowed' in verdict ? { place: 'authority', authority: verdict.allowed, acts: verdict.acts } : verdict;
}

const confirming = {
  death: partyProblems.confirmDeath,
  deregistration: partyProblems.confirmDeregistration,
  'legal-representative-changed': partyProblems.confirmRepresentative,
} satisfies Record<NonNullable<Authority['confirm']>, Problem>;

/** Why somebody may not act in this place, in words; undefined where he may. */
export function refusalOf(found: Place): Problem | undefined {
  if ('refused' in found) {
    return found.refused === 'none' ? partyProblems.noAuthority : partyProblems.authorityNotCovering;
  }
  if (found.place === 'own' || found.acts) return undefined;
  const { confirm } = found.authority;
  return confirm ? confirming[confirm] : partyProblems.confirmAuthority;
}
