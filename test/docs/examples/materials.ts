import { sharingExamples } from './sharing.ts';

const id = '0c9b7e52-41d8-4a6f-8b3e-6f2d1a9c5e47';
const file = {
  name: '公司章程.pdf',
  mediaType: 'application/pdf',
  size: 482133,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
const upload = {
  method: 'PUT',
  url: `https://files.example.gov.cn/quarantine/${id}/1?X-Amz-Signature=0a1b`,
  headers: {
    'content-type': 'application/pdf',
    'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
    'if-none-match': '*',
  },
  expiresAt: '2026-08-03T01:15:00.000Z',
};
const material = {
  id,
  version: 3,
  partyId: 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6',
  type: 'articles',
  about: { kind: 'party' },
  createdAt: '2026-08-03T01:00:00.000Z',
  versions: [
    {
      n: 1,
      status: 'available',
      ...file,
      declaredAt: '2026-08-03T01:00:00.000Z',
      checkedAt: '2026-08-03T01:00:04.000Z',
      actions: ['withdraw', 'erase'],
    },
  ],
};

const grantId = '5b8e2d71-3c4f-4a96-b0d7-8e1f6a9c2b34';
const office = { kind: 'office', district: 'gulou', department: 'amr' };

const edition = {
  status: 'valid',
  number: '1.2.156.3005.2.11350199MB0102031K003.11350199MB0102031K.000131003000202608030007.001.G',
  validFrom: '2026-08-13',
  validUntil: '2031-08-13',
};
const issuedBy = { type: 'food-business-licence', district: 'gulou', department: 'amr', issuer: '11350199MB0102031K' };
const licence = {
  id: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
  version: 1,
  partyId: material.partyId,
  itemKey: 'food-business-licence',
  ...issuedBy,
  issuedAt: '2026-08-13T03:10:02.000Z',
  edition: 1,
  ...edition,
  editions: [{ n: 1, caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea', ...edition }],
};

const sharedResource = {
  key: 'real-estate',
  name: '不动产登记信息',
  nameEn: 'Register of real estate',
  provider: { district: 'fuzhou', department: 'mnr' },
  class: 1,
  basis: '国发〔2016〕51号 第十条：基础信息项在部门间无条件共享',
  from: '2024-06-01',
  fields: [{ key: 'address', name: '坐落', nameEn: 'Location' }],
};

const sharedRecord = {
  caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
  requirement: 'business-licence',
  resource: 'legal-entity',
  state: 'fetched',
  fetchedAt: '2026-08-03T02:15:31.000Z',
  fields: [{ key: 'status', name: '登记状态', nameEn: 'State of registration', value: '存续' }],
};
const copyId = '7c1e4b9a-2d3f-4e58-9a60-b1c2d3e4f506';

export const materialsExamples = {
  ...sharingExamples,
  SharedRecordPage: { items: [sharedRecord], nextCursor: null },
  SharedResource: sharedResource,
  SharedResourceList: { items: [sharedResource] },
  Licence: licence,
  LicencePage: { items: [licence], nextCursor: null },
  Copy: {
    id: copyId,
    status: 'ready',
    url: `https://files.example.gov.cn/copies/${copyId}.pdf?X-Amz-Signature=0a1b`,
    expiresAt: '2026-08-03T01:01:00.000Z',
  },
  GrantedContent: { copy: { id: copyId, status: 'making' } },
  PublicLicence: { ...issuedBy, holder: '示*******', ...edition },
  MaterialInput: { type: 'articles', about: { kind: 'party' }, ...file },
  VersionInput: { ...file, validFrom: '2026-08-01', validUntil: '2031-07-31' },
  DeclaredMaterial: { id, status: 'awaiting-upload', version: 1, n: 1, actions: ['give-up'], upload },
  GrantInput: { version: 1, to: office, why: '办理变更登记', until: '2026-08-31' },
  ReadGrantedInput: { reason: '核对章程的出资条款' },
  GrantActed: { id: grantId, status: 'active', version: 1, actions: ['revoke'] },
  GrantPage: {
    items: [
      {
        id: grantId,
        status: 'active',
        materialId: id,
        version: 1,
        type: 'articles',
        to: office,
        why: '办理变更登记',
        until: '2026-08-31',
        givenAt: '2026-08-03T02:00:00.000Z',
        actions: ['read'],
      },
    ],
    nextCursor: null,
  },
  MatchInput: {
    itemKey: 'food-business-licence',
    district: 'gulou',
    about: [{ kind: 'premises', ref: '八一七北路1号' }],
  },
  MaterialsMatch: {
    itemKey: 'food-business-licence',
    district: 'gulou',
    version: 1,
    situation: '新办',
    requirements: [
      { requirement: 'business-licence', about: 'party', must: 'must', status: 'fetched', documents: [] },
      {
        requirement: 'layout-plan',
        about: 'premises',
        must: 'must',
        status: 'held',
        documents: [
          { materialId: id, version: 1, name: '平面图.pdf', about: { kind: 'premises', ref: '八一七北路 1 号' } },
        ],
      },
      { requirement: 'food-safety-rules', about: 'party', must: 'deferrable', status: 'missing', documents: [] },
    ],
  },
  NewUpload: { upload },
  PartsInput: { parts: [{ n: 1, sha256: file.sha256 }] },
  PartAddresses: {
    parts: [{ n: 1, ...upload, headers: { 'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' } }],
  },
  PartsCome: {
    partSize: 16777216,
    parts: [{ n: 1, size: 16777216, sha256: file.sha256 }],
    missing: [2, 3, 4, 5, 6, 7, 8, 9],
  },
  Material: material,
  MaterialPage: { items: [material], nextCursor: null },
  ReadUsedInput: { reason: '核对经营范围与章程是否一致' },
  UsedMaterials: {
    caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
    itemKey: 'food-business-licence',
    materials: [{ requirement: 'articles', materialId: id, version: 1, state: 'confirmed' }],
    shared: [
      {
        requirement: 'business-licence',
        resource: 'legal-entity',
        state: 'fetched',
        at: '2026-08-03T02:15:31.000Z',
        failures: 0,
      },
    ],
  },
  UsedContent: { copy: { id: copyId, status: 'making' } },
  AccessPage: {
    items: [
      {
        id: '2f6d1a9c-5e47-4b3e-8a6f-41d80c9b7e52',
        at: '2026-08-04T02:12:00.000Z',
        office: 'gulou/amr',
        caseId: '3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
        materialId: id,
        version: 1,
        type: 'articles',
        reason: '核对经营范围与章程是否一致',
      },
    ],
    nextCursor: null,
  },
  VersionActed: { id, status: 'withdrawn', version: 4, actions: [] },
  FileAddress: {
    url: `https://files.example.gov.cn/clean/${id}/1?X-Amz-Signature=0a1b`,
    expiresAt: '2026-08-03T01:01:00.000Z',
  },
};
