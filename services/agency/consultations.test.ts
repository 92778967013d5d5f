import { expect, test } from 'vitest';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { calendar2026 } from '#shared/calendars';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';
import { passTime } from './functions/tick/pass-time.ts';

const land = staffActor('approver', { department: 'mnr' }, 'land');
const other = staffActor('approver', { department: 'mnr' }, 'other');
const building = staffActor('approver', { department: 'mohurd' }, 'building');
const lead = staffActor('officer-lead');

/** The year with these days off besides. */
function calendarOf(off: readonly string[]) {
  const data = {
    year: 2026,
    version: 2,
    off: [...calendar2026.off, ...off],
    worked: [...calendar2026.worked],
    notice: '示例',
  };
  return envelopeOf({ id: uuid(77), type: CalendarPublishedV1.type, subject: '2026', district: 'fuzhou', data });
}

/** Gulou's agency on Monday 3 August 2026, nine in the morning, with ways to ask and to let days pass. */
function open() {
  const agency = openAgency();
  const post = (path: string, body: object, actor = investorActor) =>
    agency.ask({ method: 'POST', path: `/agency/consultations${path}`, body, actor });
  return {
    ...agency,
    post,
    begin: async (rest: object = {}): Promise<string> => (await post('', { text: '需要哪些材料？', ...rest })).body.id,
    read: async (id: string, actor = officer) =>
      (await agency.ask({ path: `/agency/consultations/${id}`, actor })).body,
    list: async (query: Record<string, string>, actor = officer) => {
      const { body } = await agency.ask({ path: '/agency/consultations', query, actor });
      return body.items.map(({ id }: { id: string }) => id);
    },
    /** The hour of a day in August, Shanghai; the clock of the service runs. */
    at: async (day: number, hour = 9) => {
      agency.clock.now = new Date(Date.UTC(2026, 7, day, hour - 8));
      return passTime(agency.deps)();
    },
  };
}

test('about a project its officer is named at once, and answers; the asker says whether it was helpful', async () => {
  const { register, begin, read, post, list, facts } = open();
  const projectId = await register(coded);
  const id = await begin({ projectId });
  expect(await read(id)).toMatchObject({ status: 'open', answerer: officer.partyId, dueOn: '2026-08-05', late: false });
  expect(await list({})).toEqual([id]);
  expect(await post(`/${id}/answer`, { text: '见指南' }, officer)).toMatchObject({ body: { status: 'answered' } });
  expect(await post(`/${id}/close`, { helpful: false })).toMatchObject({ status: 200, body: { actions: [] } });
  expect(await read(id)).toMatchObject({ status: 'closed', helpful: false });
  expect(facts().at(-1)?.data).toMatchObject({ act: 'close', asker: investorActor.partyId, projectId });
  expect(JSON.stringify(facts())).not.toContain('见指南');
});

test('before there is a project anybody asks; who answers first is named, and another takes it before he answers', async () => {
  const { begin, read, post } = open();
  const id = await begin({ department: 'mnr' });
  await post(`/${id}/ask-back`, { text: '用地性质？' }, land);
  await post(`/${id}/tell`, { text: '工业用地' });
  expect(await read(id)).toMatchObject({ status: 'open', answerer: land.partyId });
  const refused = await post(`/${id}/answer`, { text: '见指南' }, other);
  expect(refused).toMatchObject({ status: 409, body: { code: 'another-answers' } });
  await post(`/${id}/take`, {}, other);
  expect(await post(`/${id}/answer`, { text: '见指南' }, other)).toMatchObject({ status: 200 });
  expect((await read(id)).said).toHaveLength(4);
});

test('a department sees what it was asked and what was passed on to it, with whom that names until it takes it', async () => {
  const { begin, read, post, list } = open();
  const id = await begin();
  await post(`/${id}/take`, {}, officer);
  expect(await post(`/${id}/take`, {}, land)).toMatchObject({ status: 404 });
  await post(`/${id}/pass-on`, { department: 'mnr' }, officer);
  expect(await list({ standing: 'open' }, land)).toEqual([id]);
  expect(await list({ standing: 'open' }, building)).toEqual([]);
  expect(await read(id, land)).toMatchObject({ answerer: officer.partyId, to: { department: 'mnr' } });
  await post(`/${id}/take`, {}, land);
  expect(await list({})).toEqual([]);
});

test('what is not answered by the end of its limit is late: listed by itself, told once, and answered all the same', async () => {
  const { begin, read, post, list, facts, at } = open();
  const id = await begin();
  await at(5, 23);
  expect(await list({ standing: 'late' })).toEqual([]);
  await at(6, 0);
  await at(7);
  expect(await list({ standing: 'late' })).toEqual([id]);
  expect(facts().filter(({ data }) => data['act'] === 'be-late')).toHaveLength(1);
  await post(`/${id}/answer`, { text: '见指南' }, lead);
  expect(await read(id)).toMatchObject({ status: 'answered', late: true });
});

test('an asker who says nothing for five working days finds it closed; one who asks again has a limit of its own', async () => {
  const { begin, read, post, at } = open();
  const [silent, asking] = [await begin(), await begin()];
  for (const id of [silent, asking]) await post(`/${id}/answer`, { text: '见指南' }, lead);
  await at(6);
  await post(`/${asking}/tell`, { text: '还是不清楚' });
  await at(11);
  expect(await read(silent)).toMatchObject({ status: 'closed' });
  expect((await read(silent)).helpful).toBeUndefined();
  expect(await read(asking)).toMatchObject({ status: 'open', dueOn: '2026-08-10', late: true });
  expect(await post(`/${silent}/tell`, { text: '再问' })).toMatchObject({ body: { code: 'consultation-moved' } });
});

test('a calendar that is amended meanwhile counts: what would be late is due later', async () => {
  const { begin, read, at, hear, list } = open();
  const id = await begin();
  await hear(calendarOf(['2026-08-04', '2026-08-05']));
  await at(6);
  expect(await read(id)).toMatchObject({ dueOn: '2026-08-07', late: false });
  await at(8);
  expect(await list({ standing: 'late' })).toEqual([id]);
});

test('nobody else reads a question, and about a project only its own investor asks', async () => {
  const { begin, post, ask, register } = open();
  const id = await begin();
  expect(await ask({ path: `/agency/consultations/${id}`, actor: outsider })).toMatchObject({ status: 404 });
  const projectId = await register(coded);
  const refused = await post('', { text: '进展如何？', projectId }, outsider);
  expect(refused).toMatchObject({ status: 409, body: { code: 'not-asked' } });
});

test('the lead of the officers sets the limits for what begins later, by the version that was seen', async () => {
  const { ask, begin, read } = open();
  const before = await begin();
  const { body } = await ask({ path: '/agency/help-limits', actor: lead });
  const set = (version: number) =>
    ask({
      method: 'POST',
      path: '/agency/help-limits',
      body: { ...body.limits, consultation: 4 },
      actor: lead,
      headers: { 'If-Match': `"${version}"` },
    });
  expect(await set(1)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await set(1)).toMatchObject({ status: 412 });
  expect(await read(await begin())).toMatchObject({ dueOn: '2026-08-07' });
  expect(await read(before)).toMatchObject({ dueOn: '2026-08-05' });
});
