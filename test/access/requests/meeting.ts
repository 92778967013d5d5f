import { staffActor } from '../../support/actors.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const lead = staffActor('officer-lead', {}, 'calling lead');
const agenda = { title: '协调会', on: '2026-08-03', place: '三楼会议室', departments: ['amr'] };
const note = { note: '另行安排' };
const held = {
  minutes: '同意',
  decisions: [{ text: '核验', who: { kind: 'department', department: 'amr' }, until: '2026-08-10' }],
};

/** A meeting to which the department of the callers is called. */
const called = async (hall: Hall): Promise<string> =>
  String((await hall.ask({ method: 'POST', path: '/agency/meetings', body: agenda, actor: lead })).body['id']);

/** What it has decided that this department does. */
async function decided(hall: Hall): Promise<string> {
  const path = `/agency/meetings/${await called(hall)}/hold`;
  await hall.ask({ method: 'POST', path, body: held, actor: lead });
  const query = { mine: 'false' };
  const { body } = await hall.ask({ path: '/agency/tasks', query, actor: lead });
  return /"id":"([^"]+)"/.exec(JSON.stringify(body['items']))?.[1] ?? '';
}
const act = (prepare: Asking['prepare'], body: object): Asking => ({
  ...(prepare && { prepare }),
  request: () => ({ body }),
});

export const meetingAskings: Record<string, Asking> = {
  'GET /agency/meetings': { request: plain },
  'POST /agency/meetings': { request: () => ({ body: agenda }) },
  'GET /agency/meetings/{id}': { prepare: called, request: plain },
  'POST /agency/meetings/{id}/move': act(called, { on: '2026-08-04', place: '二楼会议室' }),
  'POST /agency/meetings/{id}/cancel': act(called, note),
  'POST /agency/meetings/{id}/hold': act(called, held),
  'GET /agency/tasks': { request: plain },
  'POST /agency/tasks/{id}/done': act(decided, note),
  'POST /agency/tasks/{id}/drop': act(decided, note),
};
