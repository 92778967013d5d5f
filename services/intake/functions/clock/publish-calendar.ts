import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { publish } from '../../domain/clock/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as clockProblems from '../../problems/clock.ts';
import { calendarRefusal } from './calendar-refusal.ts';
import { stateOf } from './calendar-state.ts';

const problemOf = {
  'nothing-proposed': clockProblems.calendarNotProposed,
  'same-person': clockProblems.calendarSamePerson,
};

export const publishCalendar =
  ({ calendars, set, city }: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, ifMatch, scope, cause } = call;
    if (set !== city) return refuse(clockProblems.calendarOfCity);
    const found = await calendars.get(Number(params['year']));
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const change = publish(found, scope.actor);
    if ('refused' in change) return refuse(problemOf[change.refused]);
    // Days may have passed since they were proposed.
    const refused = found.proposal && calendarRefusal(found.proposal, found, call);
    if (refused) return refused;
    const reply = stateOf(change.record);
    await calendars.save(change, { ...cause, reply });
    return reply;
  };
