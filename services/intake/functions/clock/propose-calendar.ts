import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { propose, type Proposed, type YearRecord } from '../../domain/clock/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as clockProblems from '../../problems/clock.ts';
import { calendarRefusal } from './calendar-refusal.ts';
import { stateOf } from './calendar-state.ts';

export const proposeCalendar =
  ({ calendars, set, city }: IntakeDeps) =>
  async (call: Call<unknown, Proposed>): Promise<HttpResponse> => {
    const { params, body, ifMatch, scope, cause } = call;
    if (set !== city) return refuse(clockProblems.calendarOfCity);
    const found = await calendars.get(Number(params['year']));
    const refused = calendarRefusal(body, found, call);
    if (refused) return refused;
    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === found.version - 1 && isProposed(found, body, scope.actor.sub)) return stateOf(found);
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    const change = propose(found, body, scope.actor);
    await calendars.save(change, cause);
    return stateOf(change.record);
  };

function isProposed({ proposal }: YearRecord, { notice, off, worked, correction }: Proposed, sub: string): boolean {
  const proposed = proposal && [proposal.notice, proposal.off, proposal.worked, proposal.correction, proposal.by.sub];
  return JSON.stringify(proposed) === JSON.stringify([notice, off, worked, correction, sub]);
}
