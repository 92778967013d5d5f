import type { Scope } from '#shared/access';
import type { Project } from '../../domain/project/project.ts';
import type { Round } from '../../domain/stage/round.ts';

/** Whether the caller may plan the stages of a project: the officer who carries it, and the lead of the officers. */
export const mayPlan = ({ capacities, actor }: Scope, { officer }: Project): boolean =>
  capacities.includes('officer-lead') || (capacities.includes('officer') && officer === actor.partyId);

/** The lead department sees a whole round, other departments what is theirs; officers, supervisors and the investor see all. */
export const seesItem = (scope: Scope, { lead }: Pick<Round, 'lead'>, department: string): boolean =>
  scope.departments === 'any' ||
  scope.capacities.includes('applicant') ||
  [lead, department].some((one) => scope.departments.includes(one));

/** Whether the caller leads a round: as the lead of its lead department. */
export const leads = ({ capacities, departments }: Scope, { lead }: Pick<Round, 'lead'>): boolean =>
  capacities.includes('lead') && departments.includes(lead);
