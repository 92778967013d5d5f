import { expect, test } from 'vitest';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { coded, projectInput } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { officer, openAgency } from '../../test/support/agency.ts';
import { acceptedStage } from '../../test/support/agency-stages.ts';
import { caseOf } from '../../test/support/officers.ts';
import { passTime } from './functions/tick/pass-time.ts';

const due = (day: number) => ({ dueAt: `2026-08-${String(day).padStart(2, '0')}T15:59:59.999Z` });
const told = { ...coded, facts: { filingKind: 'filing', landTaken: 4000 } };

/** An agency of Gulou whose clock walks hour by hour. */
function district() {
  const agency = openAgency();
  const reports = () => agency.facts().filter(({ type }) => type === ProgressReportedV1.type);
  return {
    ...agency,
    reports,
    last: () => reports().at(-1)?.data,
    /** Its own facts come back, and time passes up to a moment. */
    walk: async (until: string) => {
      await agency.hear(...agency.facts().filter(({ type }) => type === 'agency.project-changed.v1'));
      agency.clock.now = new Date(until);
      await passTime(agency.deps)();
    },
  };
}

test('how far a project is, its city is told once for all that has changed, and not again while nothing does', async () => {
  const { act, register, reports, walk } = district();
  const id = await register(told);
  await act(id, 'begin-approval');
  await walk('2026-08-03T02:00:00Z');
  expect(reports().map(({ data }) => data)).toMatchObject([
    { projectId: id, code: coded.code, state: 'in-approval', day: '2026-08-03', stage: 1, items: [], overdue: 0 },
  ]);
  for (const hour of ['03', '04', '05']) await walk(`2026-08-03T${hour}:01:00Z`);
  expect(reports()).toHaveLength(1);
});

test('what its cases come to is told with their states, and what does not apply', async () => {
  const { hear, last, register, walk } = district();
  const id = await register(told);
  const one = caseOf(id, 1);
  await hear(one.submitted('project-filing'), one.changed([3, 4], 'accepted', due(14)));
  await walk('2026-08-04T03:00:00Z');
  expect(last()).toMatchObject({
    items: [{ itemKey: 'project-filing', state: 'accepted', since: '2026-08-04', due: '2026-08-14' }],
  });
  await hear(one.changed([4, 5], 'suspended'));
  await walk('2026-08-05T03:00:00Z');
  expect(last()).toMatchObject({ items: [{ state: 'suspended' }] });
  await hear(one.changed([5, 6], 'decided', { outcome: 'granted' }));
  await walk('2026-08-06T03:00:00Z');
  expect(last()).toMatchObject({ items: [{ state: 'granted', ended: '2026-08-06' }] });
  expect(last()?.['off']).toEqual(expect.arrayContaining(['project-approval']));
});

test('what is overdue is told on the day after its limit and each day from then on, also when nothing happens', async () => {
  const { hear, register, reports, walk } = district();
  const id = await register(told);
  const one = caseOf(id, 1);
  await hear(one.submitted('project-filing'), one.changed([3, 4], 'accepted', due(6)));
  for (const day of ['04', '05', '06', '07', '08', '09']) {
    await walk(`2026-08-${day}T02:00:00Z`);
    await walk(`2026-08-${day}T04:00:00Z`);
  }
  const seen = reports().map(({ data, sequence }) => [sequence, data['day'], data['overdue']]);
  expect(seen).toEqual([
    [1, '2026-08-04', 0],
    [2, '2026-08-07', 1],
    [3, '2026-08-08', 1],
    [4, '2026-08-09', 1],
  ]);
});

test('what is stored only after a project was looked at is told an hour later', async () => {
  const { act, hear, last, register, walk, reports } = district();
  const id = await register(told);
  const one = caseOf(id, 1);
  await walk('2026-08-03T02:00:00Z');
  // Told before it was handed in, it is parked: the look finds nothing of it yet.
  await hear(one.changed([3, 4], 'accepted', due(14)));
  await walk('2026-08-04T03:00:00Z');
  expect(reports()).toHaveLength(1);
  await hear(one.submitted('project-filing'));
  await walk('2026-08-04T04:30:00Z');
  expect(last()).toMatchObject({ items: [{ itemKey: 'project-filing', state: 'accepted' }] });
  await act(id, 'suspend', { body: { reasons: '示例' } });
  await walk('2026-08-04T06:00:00Z');
  expect(last()).toMatchObject({ state: 'suspended' });
});

test('in a district there is no such report', async () => {
  const { ask, register } = district();
  await register(projectInput, officer);
  const reply = await ask({ path: '/agency/reports/progress', actor: staffActor('officer-lead') });
  expect(reply).toMatchObject({ status: 404 });
});

test('a stage past its limit is told of with its last day, and each day from then on', async () => {
  const stages = await acceptedStage({ heritageArea: false });
  const { clock, deps, facts } = stages;
  const told = () =>
    facts().flatMap(({ type, data }) => (type === ProgressReportedV1.type ? [[data['day'], data['stages']]] : []));
  // Accepted on Wednesday the 5th, ten working days.
  for (const day of ['2026-08-03', '2026-08-19', '2026-08-20', '2026-08-21']) {
    clock.now = new Date(`${day}T03:00:00Z`);
    await passTime(deps)();
  }
  const late = [{ stage: 1, due: '2026-08-19' }];
  expect(told().slice(1)).toEqual(['2026-08-20', '2026-08-21'].map((day) => [day, late]));
});
