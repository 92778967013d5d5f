export const trackingExamples = {
  Tracked: {
    number: '1135010200363200XG4000131001001202608030001',
    item: '食品经营许可（新办）',
    district: 'gulou',
    status: 'accepted',
    text: '办理中',
    submittedAt: '2026-08-03T01:12:05.000Z',
    acceptedAt: '2026-08-04T02:30:00.000Z',
    dueAt: '2026-08-18T15:59:59.999Z',
    legalDueAt: '2026-09-01T15:59:59.999Z',
    provisional: false,
    light: 'green',
    acts: [
      { at: '2026-08-03T01:12:05.000Z', text: '已收到申请材料' },
      { at: '2026-08-04T02:30:00.000Z', text: '已受理' },
    ],
  },
};
