const projectId = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';
const id = '8f2d6b03-71ce-4a95-8d40-6e3b9a1c5f27';
const caseId = '0f6a3c82-91d4-4b57-a2e6-7c8d5e1b9f30';
const clock = {
  used: 6,
  dueOn: '2026-09-07',
  provisional: false,
  light: 'green',
  overdue: false,
  pauses: [{ from: '2026-08-19', until: '2026-08-20' }],
};
const stage = { n: 3, name: '施工许可', nameEn: 'Construction', lead: 'hc', limitDays: 15 };
const head = {
  id,
  round: 1,
  status: 'accepted',
  plannedAt: '2026-08-10T01:32:05.000Z',
  acceptedAt: '2026-08-14T03:20:11.000Z',
  clock,
};
const item = {
  itemKey: 'soil-conservation',
  department: 'water',
  needs: [],
  standing: 'open',
  caseId,
  answer: 'silent',
  acceptedOn: '2026-08-14',
  dueOn: '2026-08-21',
  overdue: true,
  pauses: [],
  urged: { n: 1, on: '2026-08-24' },
};

export const stageExamples = {
  UrgeInput: { itemKey: item.itemKey },
  TaskUrged: { id, status: 'accepted', version: 9, itemKey: item.itemKey, n: 2, headToo: true, actions: ['urge'] },
  StagePlanned: {
    id,
    projectId,
    stage: 3,
    round: 1,
    status: 'planned',
    version: 1,
    lead: 'hc',
    limitDays: 15,
    items: [{ itemKey: item.itemKey, department: 'water', needs: [] }],
    leftOut: [{ itemKey: 'construction-permit', because: 'waits' }],
    actions: ['plan'],
  },
  ProjectStages: { items: [{ ...stage, status: 'accepted', rounds: [head], actions: ['urge'] }] },
  ProjectStage: {
    projectId,
    ...stage,
    rounds: [
      {
        ...head,
        lead: 'hc',
        limitDays: 15,
        bundleId: 'd84b1f6a-2c95-4703-b6e8-5a1c9f3d7e20',
        handedInAt: '2026-08-11T02:00:00.000Z',
        items: [item],
      },
    ],
    actions: ['urge'],
  },
  RoundPage: {
    items: [
      {
        id,
        projectId,
        stage: 3,
        round: 1,
        status: 'accepted',
        lead: 'hc',
        acceptedAt: head.acceptedAt,
        dueOn: clock.dueOn,
        overdue: false,
      },
    ],
    nextCursor: null,
  },
};
