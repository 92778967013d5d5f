import type * as z from 'zod';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { meetingsQuery } from '../../schemas/meeting.ts';
import { actionsFor, meetingOf } from './whose.ts';

/** Officers: all that stand so. Departments: those to which they are called, however they stand. */
export const listMeetings =
  (deps: AgencyDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof meetingsQuery>>>): Promise<HttpResponse> => {
    const meetings = await deps.meetings();
    const { departments } = scope;
    return listReply(query, outline, (page) =>
      departments === 'any' ? meetings.inState(query.state, page) : meetings.ofDepartments(departments, page),
    );
  };

function outline({ id, state: status, version, title, on, place, departments, projectIds, problemIds }: Meeting) {
  return plain({ id, status, version, title, on, place, departments, projectIds, problemIds });
}

export const showMeeting =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await meetingOf(call, deps);
    if ('problem' in found) return found;
    const timeline = await (await deps.meetings()).timelineOf(found.id);
    const { minutes, reasons, tasks, version } = found;
    const more = { minutes, reasons, tasks, actions: actionsFor(call.scope, found), timeline };
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain({ ...outline(found), ...more }) };
  };
