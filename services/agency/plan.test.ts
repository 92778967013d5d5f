import { expect, test } from 'vitest';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { coded } from '../../test/docs/examples/project.ts';
import { officer, openAgency } from '../../test/support/agency.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';

const facts = {
  filingKind: 'filing',
  eiaClass: 'form',
  landTaken: 26_000,
  energy: 900,
  basementDue: false,
  lightningRisk: false,
  seismicClass: false,
  heritageArea: false,
  treesAffected: false,
};
const project = { ...coded, facts };

test('the plan of a project says what it has to do with, what can start and when all will be done', async () => {
  const { ask, register } = openAgency();
  const id = await register(project);
  const { status, body } = await ask({ path: `/agency/projects/${id}/plan`, actor: officer });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    edition: 'industrial-private-1',
    from: '2026-08-03',
    ready: ['project-filing', 'soil-conservation', 'eia-form', 'utilities-connection'],
    asks: [],
    // Fifty-five working days, over Mid-Autumn and National Day with their worked days.
    expectedEnd: '2026-10-23',
    changes: [],
  });
  const item = (key: string) => body.items.find((one: { key: string }) => one.key === key);
  expect(item('civil-defence')).toMatchObject({ state: 'off', applies: 'no', because: 'condition' });
  expect(item('site-opinion')).toMatchObject({ state: 'waiting', waitsFor: [['project-filing']] });
});

test('an edit says what it has made of the plan, and the plan keeps it', async () => {
  const { act, ask, register } = openAgency();
  const id = await register(project);
  const { name, kind, place } = project;
  const edited = { name, kind, place, facts: { ...facts, basementDue: true, eiaClass: 'none' } };
  const { body } = await act(id, 'edit', { body: edited });
  expect(body.planned).toEqual({ on: ['civil-defence', 'civil-defence-acceptance'], off: ['eia-form'] });
  const plan = await ask({ path: `/agency/projects/${id}/plan`, actor: officer });
  expect(plan.body.changes).toEqual([{ at: '2026-08-03T01:00:00.000Z', ...body.planned }]);
});

test('a plan counts from the day on which the approvals began, and is expected anew as days pass', async () => {
  const { act, ask, clock, register } = openAgency();
  const id = await register(project);
  await act(id, 'begin-approval');
  clock.now = new Date('2026-08-10T01:00:00Z');
  const { body } = await ask({ path: `/agency/projects/${id}/gantt`, actor: officer });
  expect(body).toMatchObject({ from: '2026-08-03', today: '2026-08-10', expectedEnd: '2026-10-30' });
  const bars = body.stages[0].bars;
  expect(bars.map(({ key }: { key: string }) => key)).toEqual([
    'project-filing',
    'site-opinion',
    'land-planning-permit',
  ]);
  expect(bars[1]).toMatchObject({
    critical: true,
    planned: { start: '2026-08-03', end: '2026-08-13' },
    expected: { start: '2026-08-10', end: '2026-08-20' },
    pauses: [],
  });
});

test('facts that the plan does not ask, or not so, are refused by their place', async () => {
  const { ask } = openAgency();
  const body = { ...project, facts: { landTaken: -1, eiaClass: 'big', colour: 'red', basementDue: 'yes' } };
  const reply = await ask({ method: 'POST', path: '/agency/projects', body, actor: officer });
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/facts/landTaken',
    '/facts/eiaClass',
    '/facts/colour',
    '/facts/basementDue',
  ]);
});

test('a plan that runs into a year without a published calendar names it, and has its end once that is published', async () => {
  const { ask, clock, hear, register } = openAgency();
  clock.now = new Date('2026-12-01T01:00:00Z');
  const id = await register(project);
  const read = () => ask({ path: `/agency/projects/${id}/plan`, actor: officer });
  const { body } = await read();
  expect(body).toMatchObject({ unpublished: 2027, ready: expect.arrayContaining(['project-filing']) });
  expect(body).not.toHaveProperty('expectedEnd');
  const data = { year: 2027, version: 1, notice: '示例', off: ['2027-01-01'], worked: [] };
  await hear(envelopeOf({ type: CalendarPublishedV1.type, subject: uuid(1), data }));
  expect((await read()).body).toMatchObject({ expectedEnd: '2027-02-17' });
});

test('a kind of project for which no plan is shipped has none', async () => {
  const { ask, register } = openAgency();
  const id = await register({ ...project, kind: 'municipal', facts: {} });
  expect(await ask({ path: `/agency/projects/${id}/gantt`, actor: officer })).toMatchObject({
    body: { code: 'no-plan' },
  });
});
