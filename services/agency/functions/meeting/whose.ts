import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { MeetingChange } from '../../domain/meeting/act.ts';
import { meetingGraph, type MeetingAct } from '../../domain/meeting/graph.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { actsIn } from '../../domain/record-change.ts';

/** Officers of the set, and the departments that are called. */
const sees = ({ departments }: Scope, found: Meeting): boolean =>
  departments === 'any' || found.departments.some((one) => departments.includes(one));

export const actionsFor = ({ departments }: Scope, { state }: Meeting): MeetingAct[] =>
  departments === 'any' ? actsIn(meetingGraph, state, ['officers']) : [];

export async function meetingOf(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  deps: Pick<AgencyDeps, 'meetings'>,
): Promise<Meeting | Refusal> {
  const found = await (await deps.meetings()).get(params['id'] ?? '');
  return found && sees(scope, found) ? found : refuse(problems.notFound);
}

export function acted({ before, after }: MeetingChange, scope: Scope): Reply {
  const { id, state: status, version, tasks } = after;
  const headers = { ETag: `"${version}"`, ...(!before && { Location: `/agency/meetings/${id}` }) };
  const body = { id, status, version, tasks, actions: actionsFor(scope, after) };
  return { status: before ? 200 : 201, headers, body };
}

export async function saveMeeting(
  change: MeetingChange,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: Pick<AgencyDeps, 'meetings'>,
): Promise<HttpResponse> {
  const reply = acted(change, scope);
  await (await deps.meetings()).save(change, { ...cause, reply });
  return reply;
}
