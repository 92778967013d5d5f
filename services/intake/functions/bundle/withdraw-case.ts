import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { refusalOf } from '../../domain/case/graph.ts';
import { withdraw } from '../../domain/case/handing-in.ts';
import { withHand } from '../../domain/case/hands.ts';
import type { IntakeDeps } from '../../deps.ts';
import { saveChange } from '../case/save-change.ts';
import { timeFirst } from '../case/time-first.ts';

interface Withdrawing {
  bundle: Bundle;
  cause: Cause;
}

/** 撤回 of one case of a bundle that was given up, in his name who did so; false where it was decided or withdrawn before. */
export async function withdrawCase(caseId: string, { bundle, cause }: Withdrawing, deps: IntakeDeps): Promise<boolean> {
  const { givenUp } = bundle;
  if (!givenUp) return false;
  const { at } = cause;
  const scope = inPlaceOf(bundle, givenUp.by);
  const found = await deps.applications.getWithForm(scope, caseId);
  const application = found && ((await timeFirst(found.application, at, deps)) ?? found.application);
  if (!application || refusalOf(application, 'withdraw', scope)) return false;
  const { reason, entry } = givenUp;
  const calendar = await deps.calendars.current();
  const change = withdraw(application, { at, body: { reason, entry }, by: scope, calendar, task: 0 });
  // A desk that gave it up acts in nobody's place.
  const by = entry ? change.application : withHand(change, scope);
  const named = { ...cause, actor: scope.actor, office: scope.office };
  const refused = await saveChange({ ...change, application: by }, { ...named, calendar }, deps);
  return refused === undefined;
}

/** His scope who gave the bundle up, in the place of its applicant: he may do no more than withdraw what is the bundle's. */
function inPlaceOf({ partyId }: Bundle, { office, ...by }: NonNullable<Bundle['givenUp']>['by']): Scope {
  const actor = { ...by, kind: 'person' as const, orgs: [], posts: [], assurance: 0, ids: [by.partyId] };
  return { actor, capacities: ['applicant'], parties: [partyId], departments: [], office };
}
