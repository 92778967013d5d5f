import { enteredAtDesk, type Viewer } from '../case/view.ts';
import type { Bundle } from './bundle.ts';

/** A bundle is the applicant's, his officer's by a mandate for all of it, and the desk's that entered it; offices see the cases that come of it. */
export function seesBundle(viewer: Viewer, bundle: Bundle): boolean {
  return viewer.capacities.includes('applicant') || viewer.capacities.includes('officer')
    ? viewer.parties.includes(bundle.partyId)
    : enteredAtDesk(viewer, bundle);
}
