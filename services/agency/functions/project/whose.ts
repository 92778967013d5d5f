import type { Scope } from '#shared/access';
import { checkUscc, normaliseNumber } from '#shared/identity-number';
import { partyIdOf } from '#shared/party';
import type { AgencyDeps } from '../../deps.ts';
import type { ProjectActor } from '../../domain/project/graph.ts';
import type { Investor, Project } from '../../domain/project/project.ts';

/** Whether the caller may see a project: staff of its set, its investor, and whoever is to become that. */
export const sees = (scope: Scope, { investor, proposed }: Project): boolean =>
  isStaff(scope) || [investor, proposed].some((one) => one && scope.parties.includes(one.partyId));

export const isStaff = ({ capacities }: Scope): boolean => !capacities.includes('applicant');

const roles: readonly ProjectActor[] = ['officer', 'officer-lead', 'window'];

/** In which capacities the caller acts on a project. */
export function actorsOf(scope: Scope, { proposed }: Project): ProjectActor[] {
  const staff = roles.filter((one) => scope.capacities.some((capacity) => capacity === one));
  return proposed && scope.parties.includes(proposed.partyId) ? [...staff, 'investor'] : staff;
}

/** The investor whom staff name by its code: the same party as the one that signs in. */
export async function investorOf(
  given: { uscc: string; name: string },
  { partyKey }: Pick<AgencyDeps, 'partyKey'>,
): Promise<Investor> {
  const uscc = normaliseNumber(given.uscc);
  return { partyId: partyIdOf(await partyKey(), { kind: 'uscc', number: uscc }), uscc, name: given.name };
}

/** A failing check is for a person to confirm: some old codes have it. */
export const investorWarnings = ({ uscc }: Pick<Investor, 'uscc'>): 'check-digit'[] => {
  const check = checkUscc(uscc);
  return check.ok ? check.warnings : [];
};
