import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { publish } from '../../domain/clock/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as clockProblems from '../../problems/clock.ts';
import { stateOf } from './calendar-state.ts';

const problemOf = {
  'nothing-proposed': clockProblems.calendarNotProposed,
  'same-person': clockProblems.calendarSamePerson,
};

export const publishCalendar =
  ({ calendars, set, city }: IntakeDeps) =>
  async ({ params, ifMatch, scope, cause }: Call): Promise<HttpResponse> => {
    if (set !== city) return refuse(clockProblems.calendarOfCity);
    const found = await calendars.get(Number(params['year']));
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const change = publish(found, scope.actor);
    if ('refused' in change) return refuse(problemOf[change.refused]);
    const reply = stateOf(change.record);
    await calendars.save(change, { ...cause, reply });
    return reply;
  };
