const id = '2d7f4b19-8c3e-4a05-b6d2-9e1c5a8f7b30';
const findingId = '9a4e1c73-5b28-4d6f-8e07-3c2b9f5d1a64';
const materials = ['b9f3d608-71a5-4e2c-8b4d-3c6e0a9f7d15'];
const until = '2026-08-12';
const finding = {
  item: 'fire-acceptance',
  seen: 'on-site',
  basis: 'GB 50016-2014 6.5.1',
  text: '二层东侧防火门不能自行关闭',
  until,
};
const visit = { day: '2026-08-04', time: '09:30', place: '示例路8号项目部' };
const outline = {
  id,
  status: 'to-rectify',
  version: 8,
  projectId: 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28',
  stage: 4,
  lead: 'hc',
  appliedAt: '2026-08-03T01:00:00.000Z',
};

export const announceInput = visit;
export const findingInput = finding;

export const visitExamples = {
  AnnounceVisitInput: visit,
  HoldVisitInput: { came: ['mnr', 'hc'] },
  VisitFindingInput: finding,
  RectifyInput: { findings: [{ findingId, text: '已更换闭门器', materials }] },
  RejectRectificationInput: { reasons: '一处仍未更换', until },
  JointVisitActed: { id, status: 'announced', version: 2, actions: ['announce', 'hold'] },
  JointVisitPage: { items: [{ ...outline, day: visit.day }], nextCursor: null },
  JointVisit: {
    ...outline,
    item: 'completion-filing',
    findingDays: 2,
    participants: [
      { department: 'hc', items: ['fire-acceptance'], came: true, finishedAt: '2026-08-05T02:00:00.000Z' },
      { department: 'cad', items: ['civil-defence-acceptance'], came: false, silent: true },
    ],
    visit,
    heldOn: visit.day,
    findUntil: '2026-08-06',
    findings: [{ id: findingId, department: 'hc', ...finding, state: 'open', proofs: [] }],
    waits: [{ from: '2026-08-07' }],
    clock: { days: 12, spent: 4, late: false },
    undecided: ['cad'],
    overdue: [],
    actions: ['rectify', 'withdraw'],
    timeline: [{ at: outline.appliedAt, act: 'apply', office: 'applicant' }],
  },
};
