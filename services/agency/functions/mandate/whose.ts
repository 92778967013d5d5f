import type { Scope } from '#shared/access';
import type { MandateActor } from '../../domain/mandate/graph.ts';
import type { Mandate } from '../../domain/mandate/mandate.ts';
import type { Project } from '../../domain/project/project.ts';
import { isStaff } from '../project/whose.ts';

/** Staff of the set, and the investor whose mandate it is, also once another has taken its place. */
export const sees = (scope: Scope, { principal }: Pick<Mandate, 'principal'>): boolean =>
  isStaff(scope) || scope.parties.includes(principal);

const roles: readonly MandateActor[] = ['officer-lead', 'window'];

/** In which capacities the caller acts on a mandate: as its officer only who carries the project. */
export function actorsOf(
  { capacities, parties, actor }: Scope,
  { mandate, project }: { mandate: Pick<Mandate, 'principal'>; project: Pick<Project, 'officer'> | undefined },
): MandateActor[] {
  const staff = roles.filter((one) => capacities.some((capacity) => capacity === one));
  const isOfficer = capacities.includes('officer') && project?.officer === actor.partyId;
  const isInvestor = parties.includes(mandate.principal);
  return [...staff, ...(isOfficer ? ['officer' as const] : []), ...(isInvestor ? ['investor' as const] : [])];
}
