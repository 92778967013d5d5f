import { deskOf, enteredAtDesk, type Viewer } from '../case/view.ts';
import type { Bundle } from './bundle.ts';

const isApplicants = ({ capacities }: Pick<Viewer, 'capacities'>): boolean =>
  capacities.includes('applicant') || capacities.includes('officer');

/** A bundle is the applicant's, his officer's by a mandate for all of it, and the desk's that entered it. */
export function seesBundle(viewer: Viewer, bundle: Bundle): boolean {
  if (isApplicants(viewer)) return viewer.parties.includes(bundle.partyId);
  return enteredAtDesk(viewer, bundle) || hasPartInStage(viewer, bundle);
}

/** Whoever leads a stage, or answers for an item of it, sees it as soon as it was handed in. */
function hasPartInStage({ departments, capacities }: Viewer, { joint, state }: Bundle): boolean {
  if (!joint || state === 'draft' || state === 'withdrawn' || departments === 'any' || deskOf(capacities)) return false;
  return [joint.lead, ...joint.items.map(({ department }) => department)].some((one) => departments.includes(one));
}

/** Offices and supervisors see a bundle once they see one of its cases; a desk only what was entered at one like it. */
export const seesByCases = (viewer: Viewer): boolean => !isApplicants(viewer) && !deskOf(viewer.capacities);

/** The cases that have come of it so far. */
export const casesOf = ({ parts }: Pick<Bundle, 'parts'>): string[] =>
  parts.flatMap(({ state, caseId, forwarded = [] }) =>
    state === 'open' || state === 'ended' ? [...forwarded, caseId] : [],
  );
