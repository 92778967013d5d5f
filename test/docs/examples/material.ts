import { id } from './case.ts';

const materialId = '0c9b7e52-41d8-4a6f-8b3e-6f2d1a9c5e47';
const other = '4d2e8f70-95a1-4b3c-8e6d-1f0a9b8c7d65';
const at = '2026-08-03T02:10:02.000Z';

export const materialExamples = {
  GiveMaterialsInput: { materials: [{ requirement: 'premises-layout', materialId: other, version: 2 }] },
  SeeOriginalsInput: { originals: 1, copies: 0 },
  UpholdBasisInput: { reasons: '章程已换新版，与本次许可有关的条款没有变化。' },
  ChangedBasisPage: {
    items: [
      {
        caseId: id,
        itemKey: 'food-business-licence',
        requirements: [{ requirement: 'articles', left: 'withdrawn', leftAt: at, status: 'left' }],
      },
    ],
    nextCursor: null,
  },
  MaterialsActReply: { id, status: 'submitted', version: 3, actions: ['give'] },
  CaseMaterials: {
    caseId: id,
    version: 3,
    requirements: [
      {
        requirement: 'articles',
        name: '公司章程',
        must: 'must',
        about: 'party',
        status: 'confirmed',
        materialId,
        version: 1,
        givenAt: at,
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        seen: { originals: 1, copies: 0, by: 'demo-clerk', at },
      },
      {
        requirement: 'premises-layout',
        name: '经营场所平面图',
        must: 'deferrable',
        about: 'premises',
        status: 'refused',
        materialId: other,
        version: 1,
        givenAt: at,
        why: 'not-in-force',
      },
      { requirement: 'business-licence', name: '营业执照', must: 'must', about: 'party', status: 'to-be-fetched' },
    ],
    papers: { originals: 1, copies: 0 },
    actions: ['give'],
  },
};
