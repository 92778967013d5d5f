const id = '7c1f5a92-3e4d-4b86-9a07-d52c8e1b6f34';

const template = {
  key: 'submitted',
  kind: 'case',
  statutory: false,
  urgent: false,
  inbox: { zh: '鼓楼区已收到您的申请。', en: 'Gulou has received your application.' },
  sms: { zh: '鼓楼区已收到您的申请，编号((number))。', en: 'Gulou has received your application ((number)).' },
  sample: { number: 'A1B2C3D4' },
};
const rule = {
  on: { type: 'intake.application-submitted.v1', message: 'submitted' },
  template: 'submitted',
  audience: 'party',
  channels: ['sms'],
};
const rules = { signature: '鼓楼政务', templates: [template], rules: [rule] };
const outline = {
  id,
  district: 'gulou',
  version: 2,
  proposedBy: 'editor-1',
  proposedAt: '2026-08-03T01:00:00.000Z',
  approvedBy: 'publisher-1',
  approvedAt: '2026-08-03T02:00:00.000Z',
  actions: [],
};

export const noticeEdition = { district: 'gulou', ...rules };

export const noticeRulesExamples = {
  NoticeEditionInput: noticeEdition,
  NoticeEditionActed: { id, status: 'proposed', version: 1, actions: ['approve'] },
  NoticeEditionPage: { items: [outline], nextCursor: null },
  NoticeEdition: { ...outline, rules },
  NoticeRulesInForce: { editions: [id, 'built-in-1'], rules },
  TemplatePreviewInput: { district: 'gulou', values: { number: '3F2A91C0' } },
  TemplatePreview: {
    key: 'submitted',
    edition: id,
    texts: [
      {
        channel: 'sms',
        place: '/sms',
        zh: { text: '【鼓楼政务】鼓楼区已收到您的申请，编号3F2A91C0。', length: 29, parts: 1 },
        en: { text: '【鼓楼政务】Gulou has received your application 3F2A91C0.', length: 51, parts: 1 },
      },
    ],
    faults: [],
  },
};
