import type { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { followCity, followDistrict } from '../../domain/problem/follow.ts';
import { hereAt } from '../settings/here.ts';

type Deps = Pick<AgencyDeps, 'problems' | 'set' | 'city' | 'calendars' | 'settings'>;

/** The city takes over what a district hands up; the district learns what the city makes of it. */
export const onProblemChanged =
  (deps: Deps) =>
  async (event: ReceivedOf<typeof ProblemChangedV1>, cause: Cause): Promise<void> => {
    const problems = await deps.problems();
    const found = await problems.get(event.data.problemId);
    // Limits count from when it was handed up, not from when that was heard.
    const here = await hereAt(new Date(event.time), deps);
    const change =
      deps.set === deps.city ? followDistrict(found, event, here) : found && followCity(found, event, here);
    if (change) await problems.save(change, cause);
  };
