const id = '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea';
const entry = {
  hall: 'gulou-hall',
  window: '3',
  documentsSeen: ['resident-id'],
  originalChecked: true,
  signatureKept: true,
};
const present = {
  relation: 'handler',
  document: { kind: 'resident-id', number: '11010519491231002X' },
};
const line = {
  id,
  status: 'delivered',
  version: 4,
  way: 'window',
  itemKey: 'food-business-licence',
  number: '1135010200363200XG4000131001001202608030001',
  outcome: 'granted',
  decidedAt: '2026-08-12T08:40:00.000Z',
  deliverBy: '2026-08-26T15:59:59.999Z',
  provisional: false,
  late: false,
  hall: 'gulou-hall',
  proof: {
    kind: 'picked-up',
    at: '2026-08-14T01:20:00.000Z',
    by: 'demo-clerk',
    saw: 'authority',
    authorityId: '6b0e3f0a-7f0e-4a53-9a39-5a4f3f3f7b10',
    entry: { clerk: 'demo-clerk', office: 'gulou/window', ...entry, present: { relation: 'handler' } },
  },
};

export const deliveryExamples = {
  DeliveryChoice: {
    way: 'post',
    address: { recipient: '示例餐饮有限公司', phone: '0591-00000000', text: '八一七北路1号' },
  },
  ReadyInput: { hall: 'gulou-hall' },
  HandOverInput: { entry: { ...entry, present } },
  SendInput: { carrier: 'EMS', trackingNumber: 'EM123456789CN' },
  ReturnInput: { reason: '收件人电话无法接通，退回。' },
  ProveInput: { takenBy: 'recipient', takenAt: '2026-08-16T03:05:00.000Z' },
  DeliveryActReply: { id, status: 'ready', version: 3, way: 'window', actions: ['choose'] },
  Delivery: {
    ...line,
    actions: [],
    masked: false,
    timeline: [
      { at: '2026-08-12T08:40:02.000Z', act: 'begin', office: 'gulou/intake', actor: 'service:intake' },
      { at: '2026-08-12T09:15:00.000Z', act: 'choose', office: 'applicant', actor: 'demo-company' },
      { at: '2026-08-13T02:10:00.000Z', act: 'make-ready', office: 'gulou/amr', actor: 'demo-approver' },
      { at: '2026-08-14T01:20:00.000Z', act: 'hand-over', office: 'gulou/window', actor: 'demo-clerk' },
    ],
  },
  DeliveryPage: { items: [line], nextCursor: null },
};
