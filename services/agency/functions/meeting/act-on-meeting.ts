import type * as z from 'zod';
import { problems, type Fault } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import * as domain from '../../domain/meeting/act.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { agendaUnknown, decisionFaults, meetingMoved } from '../../problems/meeting.ts';
import type { holdBody, meetingBody, moveBody, noteBody } from '../../schemas/meeting.ts';
import { acted, meetingOf, saveMeeting } from './whose.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** On projects and problems of this set, with the departments that must come. */
export const callMeeting =
  (deps: AgencyDeps) =>
  async (call: With<typeof meetingBody>): Promise<HttpResponse> => {
    const { body, cause } = call;
    const [projects, store] = await Promise.all([deps.projects(), deps.problems()]);
    const found = await Promise.all([
      ...body.projectIds.map((id) => projects.get(id)),
      ...body.problemIds.map((id) => store.get(id)),
    ]);
    if (found.includes(undefined)) return refuse(agendaUnknown);
    return saveMeeting(domain.call({ ...body, id: deps.newId() }, cause.at), call, deps);
  };

const acting =
  <Said>(decide: (found: Meeting, said: Said) => domain.MeetingChange | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await meetingOf(call, deps);
    if ('problem' in found) return found;
    const change = decide(found, call.body);
    return change ? saveMeeting(change, call, deps) : refuse(meetingMoved);
  };

export const moveMeeting = acting((found, body: z.infer<ReturnType<typeof moveBody>>) => domain.move(found, body));
export const cancelMeeting = acting((found, body: z.infer<ReturnType<typeof noteBody>>) =>
  domain.cancel(found, body.note),
);

/** It was held: its minutes, and what was decided, each a task of a department or an officer. */
export const holdMeeting =
  (deps: AgencyDeps) =>
  async (call: With<typeof holdBody>): Promise<HttpResponse> => {
    const { scope, cause, body } = call;
    const found = await meetingOf(call, deps);
    if ('problem' in found) return found;
    const faults = await decisionsFaults(found, call, deps);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const held = domain.hold(found, { ...body, ids: body.decisions.map(() => deps.newId()) }, cause.at);
    if (!held) return refuse(meetingMoved);
    const reply = acted(held.change, scope);
    await (await deps.meetings()).hold(held.change, held.tasks, { ...cause, reply });
    return reply;
  };

async function decisionsFaults(
  found: Meeting,
  { body, cause, language }: With<typeof holdBody>,
  deps: Pick<AgencyDeps, 'calendars'>,
): Promise<Fault[]> {
  const calendar = await (await deps.calendars()).current();
  return body.decisions.flatMap((decision, n) =>
    domain.faultsOf(decision, { found, at: cause.at, calendar }).map(({ at, fault: code }) => ({
      pointer: `/decisions/${n}/${at}`,
      code,
      message: decisionFaults[code][language],
    })),
  );
}
