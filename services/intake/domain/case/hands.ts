import type { Application } from './application.ts';
import type { Change } from './change.ts';
import { applicantActs, type Handler } from './graph.ts';

/**
 * A case with the person who has just acted in it: in the applicant's place, so that he never handles it as staff, or for the
 * office, so that he does not judge it on a review by another account. A desk acts for neither.
 */
export function withHand(
  { application, act }: Pick<Change, 'application' | 'act'>,
  { capacities, actor: { partyId } }: Pick<Handler, 'capacities' | 'actor'>,
): Application {
  const onHisSide = capacities.some((one) => one === 'applicant' || one === 'officer');
  const forHim = applicantActs.includes(act);
  if (onHisSide && forHim) return { ...application, ...representing(application, partyId) };
  if (onHisSide || forHim) return application;
  return { ...application, handledBy: withOne(application.handledBy, partyId) };
}

type Whose = Pick<Application, 'partyId'> & Partial<Pick<Application, 'heldBy' | 'representedBy'>>;

/** Somebody who acts in the place of a party, where he is not that party himself. */
export function representing(
  { partyId, heldBy, representedBy }: Whose,
  by: string,
): Pick<Application, 'representedBy'> {
  return by === partyId || by === heldBy ? { representedBy } : { representedBy: withOne(representedBy, by) };
}

const withOne = (all: readonly string[] = [], one: string): string[] => [...new Set([...all, one])];
