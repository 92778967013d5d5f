import { expect, test } from 'vitest';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import type { Envelope } from '#events/event';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { openAgency } from '../../test/support/agency.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { fc } from '../../test/support/property.ts';

const lead = staffActor('officer-lead', { district: 'fuzhou' });
interface Said {
  district?: string;
  sequence?: number;
  [field: string]: unknown;
}

/** What a district tells of the n-th project. */
const report = ({ district: from = 'gulou', sequence = 1, ...data }: Said, n = 1): Envelope =>
  envelopeOf({
    id: uuid(n * 1000 + sequence),
    type: ProgressReportedV1.type,
    subject: uuid(n),
    sequence,
    district: from,
    data: {
      projectId: uuid(n),
      kind: 'k',
      region: '350102',
      state: 'coded',
      day: '2026-08-03',
      items: [],
      on: 0,
      off: [],
      overdue: 0,
      ...data,
    },
  });

/** The agency of the city, and what districts tell it. */
function city() {
  const agency = openAgency('fuzhou');
  const read = async (what: string, query: Record<string, string> = {}) =>
    (await agency.ask({ path: `/agency/reports/${what}`, query, actor: lead })).body;
  return { ...agency, read };
}

const late = { itemKey: 'project-filing', state: 'accepted', since: '2026-07-20', due: '2026-07-31' };

test('the city sums up districts by state, stage and what is overdue, and shows the projects behind', async () => {
  const { hear, read } = city();
  await hear(
    report({ stage: 1, state: 'in-approval' }, 1),
    report({ stage: 2, state: 'in-approval', items: [late], overdue: 1, stages: [{ stage: 2, due: '2026-07-31' }] }, 2),
    report({ district: 'jinan', state: 'completed' }, 3),
  );
  expect((await read('progress')).items).toEqual([
    {
      district: 'gulou',
      projects: 2,
      states: { 'in-approval': 2 },
      stages: { 1: 1, 2: 1 },
      overdueProjects: 1,
      overdueItems: 1,
      overdueStages: 1,
    },
    {
      district: 'jinan',
      projects: 1,
      states: { completed: 1 },
      stages: {},
      overdueProjects: 0,
      overdueItems: 0,
      overdueStages: 0,
    },
  ]);
  expect((await read('projects', { overdue: 'true' })).items).toMatchObject([
    { projectId: uuid(2), district: 'gulou' },
  ]);
  expect((await read('projects', { district: 'jinan' })).items).toMatchObject([{ projectId: uuid(3) }]);
  expect((await read('projects', { state: 'in-approval' })).items).toHaveLength(2);
  expect(await read('projects')).toMatchObject({ code: 'invalid-input' });
});

test('the sums are those of a recount, however often and in whichever order facts come', async () => {
  const reports = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 4 }), stage: fc.integer({ min: 1, max: 4 }), overdue: fc.nat(3) }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(reports, fc.infiniteStream(fc.nat()), async (all, order) => {
      const { hear, read } = city();
      const facts = all.map(({ n, stage, overdue }, i) => {
        const items = overdue > 0 ? [late] : [];
        return report({ sequence: i + 1, stage, overdue, items, district: n % 2 ? 'gulou' : 'jinan' }, n);
      });
      const shuffled = [...facts, ...facts].toSorted(() => (order.next().value % 2 ? 1 : -1));
      for (const one of shuffled) await hear(one);
      const last = new Map(all.map((one) => [one.n, one]));
      for (const district of ['gulou', 'jinan']) {
        const own = [...last.values()].filter(({ n }) => (n % 2 ? 'gulou' : 'jinan') === district);
        const found = (await read('progress')).items.find((one: { district: string }) => one.district === district);
        expect(found?.projects ?? 0).toBe(own.length);
        expect(found?.overdueItems ?? 0).toBe(own.reduce((sum, { overdue }) => sum + overdue, 0));
        for (const n of [1, 2, 3, 4]) expect(found?.stages[n] ?? 0).toBe(own.filter(({ stage }) => stage === n).length);
      }
    }),
    { numRuns: 8 },
  );
});

test('the sums can be had as a file', async () => {
  const { ask, hear } = city();
  await hear(report({ stage: 3, state: 'under-construction' }));
  const reply = await ask({ path: '/agency/reports/progress', query: { format: 'csv' }, actor: lead });
  const [header, row] = String(reply.body)
    .split('\r\n')
    .map((line) => line.split(','));
  expect(row?.[0]).toBe('gulou');
  expect(row?.[header?.indexOf('建设中') ?? -1]).toBe('1');
  expect(row?.[header?.indexOf('第3阶段') ?? -1]).toBe('1');
});

test('the province is told of a day by project code, in its words, and what is not known of its shape', async () => {
  const { hear, read } = city();
  const granted = { itemKey: 'site-opinion', state: 'granted', since: '2026-08-01', ended: '2026-08-03' };
  await hear(
    report(
      { code: coded.code, stage: 1, state: 'in-approval', items: [late, granted], off: ['energy-review'], overdue: 1 },
      1,
    ),
  );
  await hear(report({ state: 'reserve' }, 2));
  await hear(report({ code: coded.code, day: '2026-08-04', sequence: 2, state: 'suspended' }, 1));
  const body = await read('province', { day: '2026-08-03' });
  expect(body).toMatchObject({ day: '2026-08-03', withoutCode: 1, nextCursor: null });
  expect(body.unknown.length).toBeGreaterThan(0);
  expect(body.items).toEqual([
    {
      projectCode: coded.code,
      region: '350102',
      state: '审批中',
      stage: 1,
      day: '2026-08-03',
      items: [
        { itemKey: 'project-filing', state: '正常受理', since: '2026-07-20', due: '2026-07-31', overdue: true },
        { itemKey: 'site-opinion', state: '办结通过', since: '2026-08-01', ended: '2026-08-03', overdue: false },
        { itemKey: 'energy-review', state: '无需办理' },
      ],
    },
  ]);
  expect((await read('province', { day: '2026-08-04' })).items).toMatchObject([{ state: '暂停' }]);
});
