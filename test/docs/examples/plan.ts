const days = { start: '2026-08-03', end: '2026-08-13' };
const later = { start: '2026-08-10', end: '2026-08-20' };
const stage = { n: 1, lead: 'mnr', limitDays: 10, days: 13, items: 3 };
const head = {
  from: '2026-08-03',
  today: '2026-08-10',
  expectedEnd: '2026-10-30',
  criticalPath: ['site-opinion', 'land-planning-permit'],
};
const item = {
  key: 'site-opinion',
  stage: 1,
  department: 'mnr',
  days: 8,
  applies: 'yes',
  state: 'ready',
  needs: [['project-filing']],
  waitsFor: [],
  planned: days,
  expected: later,
};
const covered = {
  key: 'eia-form',
  stage: 3,
  department: 'eco',
  days: 10,
  applies: 'no',
  because: 'area-evaluation',
  evaluation: 'eia',
  area: {
    areaId: '3f9c2d71-6b48-4e0a-9d15-7a8e4c2b6f03',
    reportId: 'a7d05e3c-91f4-4b26-8c7d-2e6f1b9a4d58',
    until: '2026-12-31',
  },
  state: 'off',
  needs: [],
  waitsFor: [],
};

export const planExamples = {
  ProjectPlan: {
    ...head,
    edition: 'industrial-private-1',
    stages: [stage],
    items: [item, covered],
    asks: ['energy'],
    ready: ['site-opinion'],
    stopped: [],
    refused: [],
    changes: [{ at: '2026-08-03T02:10:40.000Z', on: ['civil-defence'], off: ['eia-form'] }],
  },
  ProjectGantt: {
    ...head,
    stages: [
      {
        ...stage,
        planned: days,
        expected: later,
        actual: { start: '2026-08-04' },
        rounds: [],
        bars: [
          {
            key: 'project-filing',
            department: 'ndrc',
            state: 'done',
            critical: false,
            path: ['project-filing'],
            planned: { start: '2026-08-03', end: '2026-08-03' },
            expected: { start: '2026-08-04', end: '2026-08-05' },
            actual: { start: '2026-08-04', end: '2026-08-05' },
            pauses: [],
          },
          {
            key: 'site-opinion',
            department: 'mnr',
            state: 'ready',
            critical: true,
            path: ['project-filing', 'site-opinion'],
            planned: days,
            expected: later,
            pauses: [],
          },
        ],
      },
    ],
  },
};
