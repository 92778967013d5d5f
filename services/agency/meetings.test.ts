import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency } from '../../test/support/agency.ts';
import { uuid } from '../../test/support/facts.ts';
import { passTime } from './functions/tick/pass-time.ts';

const lead = staffActor('officer-lead');
const land = staffActor('approver', { department: 'mnr' }, 'land');
const eco = staffActor('head', { department: 'eco' }, 'eco');
const building = staffActor('approver', { department: 'mohurd' }, 'building');

let agency: ReturnType<typeof openAgency>;
let [projectId, problemId, id] = ['', '', ''];

const post = (path: string, body: object, actor = officer) =>
  agency.ask({ method: 'POST', path: `/agency/${path}`, body, actor });
const get = async (path: string, actor: Actor = officer, query: Record<string, string> = {}) =>
  (await agency.ask({ path: `/agency/${path}`, actor, query })).body;
/** The morning of a day in August, Shanghai; the clock of the service runs. */
async function on(day: number): Promise<void> {
  agency.clock.now = new Date(Date.UTC(2026, 7, day, 1));
  await passTime(agency.deps)();
}
const hold = (decisions: readonly object[]) => post(`meetings/${id}/hold`, { minutes: '同意先行交地', decisions });
const handOver = () => ({
  text: '交地',
  who: { kind: 'department', department: 'mnr' },
  until: '2026-08-10',
  problemId,
});

beforeEach(async () => {
  agency = openAgency();
  projectId = await agency.register(coded);
  const problem = { projectId, kind: 'land', text: '尚未交地' };
  problemId = (await post('problems', problem, investorActor)).body.id;
  const agenda = { projectIds: [projectId], problemIds: [problemId], departments: ['mnr', 'eco'] };
  const made = await post('meetings', { title: '交地协调会', on: '2026-08-05', place: '三楼会议室', ...agenda });
  expect(made).toMatchObject({ status: 201, body: { status: 'called' } });
  id = made.body.id;
});

test('the departments that are called find the meeting, others do not', async () => {
  for (const actor of [land, eco]) expect((await get('meetings', actor)).items).toMatchObject([{ id }]);
  expect((await get('meetings', building)).items).toEqual([]);
  expect(await agency.ask({ path: `/agency/meetings/${id}`, actor: building })).toMatchObject({ status: 404 });
});

test('what was decided becomes tasks of departments and officers, listed with whose they are and shown in the problem', async () => {
  await on(5);
  const own = { text: '每周报告进度', who: { kind: 'officer', officer: officer.partyId }, until: '2026-08-12' };
  expect(await hold([handOver(), own])).toMatchObject({ status: 200, body: { status: 'held', actions: [] } });
  expect((await get('tasks', land)).items).toMatchObject([{ text: '交地', meetingId: id, actions: ['done'] }]);
  expect((await get('tasks', eco)).items).toEqual([]);
  expect((await get('tasks')).items).toMatchObject([{ text: '每周报告进度' }]);
  expect((await get('tasks', lead, { mine: 'false' })).items).toHaveLength(2);
  expect((await get(`problems/${problemId}`, investorActor)).tasks).toMatchObject([{ text: '交地', status: 'open' }]);
});

test('a meeting is not held before its day, and moved or cancelled while it is called', async () => {
  expect(await hold([])).toMatchObject({ status: 409, body: { code: 'meeting-moved' } });
  await post(`meetings/${id}/move`, { on: '2026-08-03', place: '二楼会议室' });
  expect(await hold([])).toMatchObject({ status: 200, body: { tasks: [] } });
  expect(await post(`meetings/${id}/cancel`, { note: '不再需要' })).toMatchObject({ status: 409 });
});

test('every fault of a decision is told by its place, and nothing becomes of any of them', async () => {
  await on(5);
  const bad = [
    handOver(),
    { ...handOver(), until: '2026-08-09' },
    { ...handOver(), until: '2026-08-04' },
    { ...handOver(), problemId: uuid(9) },
  ];
  const { status, body } = await hold(bad);
  expect([status, body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])]).toEqual([
    400,
    [
      ['/decisions/1/until', 'no-working-day'],
      ['/decisions/2/until', 'day-passed'],
      ['/decisions/3/problemId', 'not-of-meeting'],
    ],
  ]);
  expect((await get('tasks', land)).items).toEqual([]);
});

test('a task that is not done by its day is late: told once, listed by itself, shown in the problem, and done all the same', async () => {
  await on(5);
  const { body } = await hold([handOver()]);
  const [taskId] = body.tasks;
  await on(10);
  expect((await get('tasks', land, { standing: 'late' })).items).toEqual([]);
  await on(11);
  await on(12);
  expect((await get('tasks', land, { standing: 'late' })).items).toMatchObject([{ id: taskId, late: true }]);
  expect((await get(`problems/${problemId}`)).tasks).toMatchObject([{ id: taskId, late: true, status: 'open' }]);
  const told = agency
    .facts()
    .filter(({ type, data }) => type === 'agency.task-changed.v1' && data['act'] === 'be-late');
  expect(told.map(({ data }) => data)).toMatchObject([{ taskId, department: 'mnr', problemId }]);
  expect(await post(`tasks/${taskId}/done`, { note: '已交地' }, eco)).toMatchObject({ status: 404 });
  expect(await post(`tasks/${taskId}/done`, { note: '已交地' }, officer)).toMatchObject({ status: 409 });
  expect(await post(`tasks/${taskId}/done`, { note: '已交地' }, land)).toMatchObject({ body: { status: 'done' } });
  expect((await get(`problems/${problemId}`)).tasks).toMatchObject([{ note: '已交地', status: 'done', late: true }]);
  expect(JSON.stringify(agency.facts())).not.toContain('交地');
});

test('the lead lets a task drop and says why; a meeting on what does not exist is not called', async () => {
  await on(5);
  const { body } = await hold([handOver()]);
  expect(await post(`tasks/${body.tasks[0]}/drop`, { note: '改为划拨' }, lead)).toMatchObject({
    body: { status: 'dropped', actions: [] },
  });
  await on(12);
  expect((await get('tasks', land, { standing: 'late' })).items).toEqual([]);
  const unknown = { title: '会议', on: '2026-08-05', place: '三楼', problemIds: [uuid(9)], departments: ['mnr'] };
  expect(await post('meetings', unknown)).toMatchObject({ status: 409, body: { code: 'agenda-unknown' } });
});

const calendar = async (query: Record<string, string> = {}) =>
  get(`officers/${officer.partyId}/calendar`, officer, { from: '2026-08-01', to: '2026-08-31', ...query });

test('what a meeting gives an officer to do stands in his calendar until it is done, page by page with what is due of his projects', async () => {
  await on(5);
  const who = { kind: 'officer', officer: officer.partyId };
  await hold([
    { text: '每周报告进度', who, until: '2026-08-12', projectId },
    { text: '联系自来水公司', who, until: '2026-08-11' },
    handOver(),
  ]);
  const first = await calendar({ limit: '1' });
  const next = await calendar({ limit: '1', cursor: first.nextCursor });
  expect([first.items, next.items]).toMatchObject([
    [{ kind: 'task', day: '2026-08-11' }],
    [{ kind: 'task', day: '2026-08-12', projectId }],
  ]);
  await on(12);
  expect((await calendar()).items).toMatchObject([{ overdue: true }, { overdue: false }]);
  await post(`tasks/${first.items[0].ref}/done`, { note: '已联系' });
  expect((await calendar()).items).toMatchObject([{ ref: next.items[0].ref }]);
});
