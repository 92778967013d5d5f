import { id, times } from './case.ts';

const check = {
  caseId: id,
  status: 'to-check',
  version: 1,
  actions: ['keep', 'order'],
  itemKey: 'food-business-licence',
  department: 'amr',
  dueAt: '2026-09-14T15:59:59.999Z',
  provisional: false,
  acts: [{ at: '2026-08-03T02:40:00.000Z', act: 'grant', office: 'gulou/amr', actor: 'demo-approver-amr' }],
};

export const commitmentExamples = {
  CommitmentCheckInput: { result: '现场与承诺一致。' },
  CommitmentOrderInput: { result: '洗消间未达到承诺的条件。', days: 10 },
  CommitmentCheck: check,
  CommitmentCheckPage: { items: [check], nextCursor: null },
  Commitment: {
    text: '本单位承诺经营场所符合食品安全标准。',
    basis: '国办发〔2020〕42号',
    covers: ['premises-layout'],
    madeAt: times.submittedAt,
    check,
  },
};
