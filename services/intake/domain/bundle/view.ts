import { deskOf, enteredAtDesk, type Viewer } from '../case/view.ts';
import type { Bundle } from './bundle.ts';

const isApplicants = ({ capacities }: Pick<Viewer, 'capacities'>): boolean =>
  capacities.includes('applicant') || capacities.includes('officer');

/** A bundle is the applicant's, his officer's by a mandate for all of it, and the desk's that entered it. */
export function seesBundle(viewer: Viewer, bundle: Bundle): boolean {
  return isApplicants(viewer) ? viewer.parties.includes(bundle.partyId) : enteredAtDesk(viewer, bundle);
}

/** Offices and supervisors see a bundle once they see one of its cases; a desk only what was entered at one like it. */
export const seesByCases = (viewer: Viewer): boolean => !isApplicants(viewer) && !deskOf(viewer.capacities);

/** The cases that have come of it so far. */
export const casesOf = ({ parts }: Pick<Bundle, 'parts'>): string[] =>
  parts.flatMap(({ state, caseId, forwarded = [] }) =>
    state === 'open' || state === 'ended' ? [...forwarded, caseId] : [],
  );
