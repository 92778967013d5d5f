const id = '6c1e9a40-2f7d-4b83-a5d0-8e3b7c6f1a92';
const projectId = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';
const remarkId = 'e2b85d17-0c94-4a6f-9d31-5f7a8b2c4e60';
const file = { materialId: 'b9f3d608-71a5-4e2c-8b4d-3c6e0a9f7d15', version: 1 };
const said = {
  part: 'fire',
  place: '消施-03，③轴至④轴',
  severity: 'must',
  basis: 'GB 50016-2014 6.4.1',
  text: '疏散楼梯间未设置前室',
};
const outline = {
  id,
  status: 'with-designer',
  version: 5,
  projectId,
  stage: 3,
  body: 'hc',
  round: 1,
  openedAt: '2026-08-03T01:00:00.000Z',
};

export const drawingsInput = {
  parts: ['building', 'structure', 'fire', 'civil-defence'].map((key) => ({ key, ...file })),
};
export const remarkInput = said;

export const drawingExamples = {
  DrawingsInput: drawingsInput,
  DrawingRemarkInput: said,
  ResubmitDrawingsInput: {
    answers: [{ remarkId, text: '已增设前室，见消施-03修改版' }],
    parts: [{ key: 'fire', ...file, version: 2 }],
  },
  DrawingOpinionInput: { outcome: 'passed', material: file },
  DrawingReviewActed: {
    id,
    status: 'in-review',
    version: 2,
    round: 1,
    actions: ['remark', 'settle', 'uphold', 'finish'],
  },
  DrawingReviewPage: { items: [outline], nextCursor: null },
  DrawingReview: {
    ...outline,
    item: 'drawing-review',
    days: 5,
    parts: [
      { key: 'building', ...file, round: 1, department: 'mnr' },
      { key: 'fire', ...file, round: 1, department: 'hc', decides: 'fire-design' },
    ],
    rounds: [
      {
        openedAt: outline.openedAt,
        lastDay: '2026-08-10',
        asked: ['mnr', 'hc'],
        finished: [{ department: 'hc', at: '2026-08-05T02:00:00.000Z' }],
        silent: ['mnr'],
        closedAt: '2026-08-11T01:00:00.000Z',
      },
    ],
    remarks: [{ id: remarkId, ...said, round: 1, department: 'hc', state: 'open', answers: [] }],
    undecided: [],
    faults: [],
    actions: ['resubmit', 'withdraw'],
    timeline: [{ at: outline.openedAt, act: 'open', office: 'applicant' }],
  },
};
