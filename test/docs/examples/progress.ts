const project = {
  projectId: 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28',
  district: 'gulou',
  code: '2607-350102-04-01-482913',
  kind: 'industrial-private',
  region: '350102',
  state: 'in-approval',
  day: '2026-08-18',
  stage: 1,
  expectedEnd: '2026-12-11',
  items: [{ itemKey: 'site-opinion', state: 'accepted', since: '2026-08-11', due: '2026-08-17' }],
  on: 21,
  off: ['energy-review'],
  overdue: 1,
};

export const progressExamples = {
  ProgressReport: {
    items: [
      {
        district: 'gulou',
        projects: 12,
        states: { 'in-approval': 9, 'under-construction': 3 },
        stages: { '1': 7, '2': 2, '4': 3 },
        overdueProjects: 1,
        overdueItems: 2,
        overdueStages: 0,
      },
    ],
  },
  ReportedProjectPage: { items: [project], nextCursor: null },
  ProvinceReport: {
    day: '2026-08-18',
    unknown: ['interface: no description of one is public; the report is fetched as JSON'],
    withoutCode: 0,
    items: [
      {
        projectCode: '2607-350102-04-01-482913',
        region: '350102',
        state: '审批中',
        stage: 1,
        day: '2026-08-18',
        items: [
          { itemKey: 'site-opinion', state: '正常受理', since: '2026-08-11', due: '2026-08-17', overdue: true },
          { itemKey: 'energy-review', state: '无需办理' },
        ],
      },
    ],
    nextCursor: null,
  },
};
