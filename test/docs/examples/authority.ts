const id = '7a1d9c3e-5b84-4e26-9f07-c2e8b6d4a135';
const sheet = '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54';
const party = { kind: 'organisation', uscc: '91110000600037341L' };
const delegate = { kind: 'person', document: { kind: 'resident-id', number: '51343620000320711X' } };
const names = { principal: '示例精密制造有限公司', delegate: '段正淳' };
const covered = { items: ['works-permit'], until: '2027-01-01' };
const outline = {
  id,
  status: 'active',
  version: 2,
  kind: 'handler',
  principal: 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6',
  delegate: 'p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1',
  names,
  scope: { items: ['works-permit'] },
  from: '2026-08-03T01:00:00.000Z',
  until: '2026-12-31T16:00:00.000Z',
};

export const authorityExamples = {
  AuthorityConsentInput: { kind: 'handler', delegate, names, ...covered },
  AuthorityAtWindowInput: {
    kind: 'handler',
    principal: party,
    delegate,
    delegatePresent: true,
    names,
    ...covered,
    identitySeen: true,
    signature: sheet,
  },
  AuthorityActInput: { reasons: '本人要求', sheet },
  AuthorityOccasionInput: { occasion: 'legal-representative-changed', party, reasons: '变更登记', evidence: sheet },
  AuthorityOccasionReported: { touched: 1 },
  AuthorityLookUpInput: { party, reason: '窗口查询' },
  AuthoritiesFound: { items: [{ ...outline, names: { principal: '示*********', delegate: '段**' } }] },
  AuthorityPage: { items: [outline], nextCursor: null },
  AuthorityActed: { id, status: 'active', version: 2, actions: ['suspend', 'end'] },
  AuthorityReads: { items: [{ at: '2026-08-03T02:00:00.000Z', office: 'gulou/window', reason: '核对身份' }] },
  Authority: {
    ...outline,
    basis: { by: 'consent', at: '2026-08-03T01:00:00.000Z', party: outline.principal, assurance: 3 },
    begunAt: '2026-08-03T01:00:00.000Z',
    masked: false,
    actions: ['suspend', 'end'],
    timeline: [
      { at: '2026-08-03T01:00:00.000Z', act: 'begin', office: 'applicant' },
      { at: '2026-08-03T02:00:00.000Z', act: 'accept', office: 'applicant' },
    ],
  },
};
