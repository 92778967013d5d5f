import { staff } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/meeting.ts';
import * as schemas from '../schemas/meeting.ts';

const officers = staff('district', 'officer', 'officer-lead');
const departments = staff('department', 'approver', 'head', 'lead');
const acting = async () => import('../functions/meeting/act-on-meeting.ts');
const reading = async () => import('../functions/meeting/read-meetings.ts');
const doing = async () => import('../functions/task/tasks.ts');
const acted = { status: 200, schema: schemas.meetingActed };
const done = { status: 200, schema: schemas.taskActed };

/** 协调会, and what they decide. */
export const meetingRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/meetings',
    summary: 'List meetings: of officers all that stand so, of departments those to which they are called',
    may: [officers, departments],
    query: schemas.meetingsQuery,
    reply: { status: 200, schema: schemas.meetingPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listMeetings),
  }),
  route({
    method: 'POST',
    path: '/agency/meetings',
    summary: 'Call a meeting on projects and problems, with the departments that must come',
    may: [officers],
    body: schemas.meetingBody,
    reply: { status: 201, schema: schemas.meetingActed },
    refusals: [refused.agendaUnknown],
    run: onDemand(async () => (await acting()).callMeeting),
  }),
  route({
    method: 'GET',
    path: '/agency/meetings/{id}',
    summary: 'Read a meeting: who is called, its minutes, its tasks',
    may: [officers, departments],
    reply: { status: 200, schema: schemas.meetingReply },
    run: onDemand(async () => (await reading()).showMeeting),
  }),
  route({
    method: 'POST',
    path: '/agency/meetings/{id}/move',
    summary: 'Move a meeting to another day or place',
    may: [officers],
    body: schemas.moveBody,
    reply: acted,
    refusals: [refused.meetingMoved],
    run: onDemand(async () => (await acting()).moveMeeting),
  }),
  route({
    method: 'POST',
    path: '/agency/meetings/{id}/cancel',
    summary: 'Cancel a meeting, and say why',
    may: [officers],
    body: schemas.noteBody,
    reply: acted,
    refusals: [refused.meetingMoved],
    run: onDemand(async () => (await acting()).cancelMeeting),
  }),
  route({
    method: 'POST',
    path: '/agency/meetings/{id}/hold',
    summary: 'Say that it was held, with its minutes; what was decided becomes tasks with who and until when',
    may: [officers],
    body: schemas.holdBody,
    reply: acted,
    refusals: [refused.meetingMoved],
    run: onDemand(async () => (await acting()).holdMeeting),
  }),
  route({
    method: 'GET',
    path: '/agency/tasks',
    summary:
      'List what meetings have decided, what is due first: the caller’s own or his departments’, or for officers all',
    may: [officers, departments],
    query: schemas.tasksQuery,
    reply: { status: 200, schema: schemas.taskPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await doing()).listTasks),
  }),
  route({
    method: 'POST',
    path: '/agency/tasks/{id}/done',
    summary: 'Say that a task is done, and how',
    may: [officers, departments],
    body: schemas.noteBody,
    reply: done,
    refusals: [refused.taskMoved],
    run: onDemand(async () => (await doing()).finishTask),
  }),
  route({
    method: 'POST',
    path: '/agency/tasks/{id}/drop',
    summary: 'Let a task drop, and say why',
    may: [staff('district', 'officer-lead')],
    body: schemas.noteBody,
    reply: done,
    refusals: [refused.taskMoved],
    run: onDemand(async () => (await doing()).dropTask),
  }),
];
