import { envelopeOf, uuid } from '../../support/facts.ts';
import { companyActor } from '../applicants.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

/** A case of Gulou that needs shared data of the company: its registration is fetched, its taxes are requested. */
async function sharing(hall: Hall): Promise<string> {
  const caseId = uuid(2, 1);
  const whose = { partyId: companyActor(2).partyId, district: 'gulou', departments: ['amr'] };
  const shared = [
    { requirement: 'business-licence', resource: 'legal-entity' },
    { requirement: 'tax-proof', resource: 'tax' },
  ];
  const data = { caseId, itemKey: 'x', version: 1, ...whose, shared, materials: [] };
  await hall.hear(envelopeOf({ type: 'intake.application-submitted.v1', subject: caseId, data }));
  await hall.fetchShared();
  return caseId;
}

const wrong = { what: '名称已变更' };
/** What the company disputes of it. */
async function disputed(hall: Hall): Promise<string> {
  const path = `/materials/cases/${await sharing(hall)}/requirements/business-licence/dispute`;
  const { body } = await hall.ask({ method: 'POST', path, body: wrong, actor: companyActor(2) });
  return String(body['id']);
}

const onRequest = (name: string, body: object): Asking => ({
  prepare: sharing,
  path: `requirements/tax-proof/${name}`,
  request: () => ({ body }),
});
const onDispute = (name: string, body: object): Asking => ({
  prepare: disputed,
  path: name,
  request: () => ({ body }),
});
const ofDepartment: Asking = { request: () => ({ query: { department: 'amr' } }) };
const reasons = { reasons: '经核查' };

export const sharingAskings: Record<string, Asking> = {
  'GET /materials/public/shared-resources': { request: plain },
  'GET /materials/public/shared-resources/{resource}': {
    request: () => ({ path: '/materials/public/shared-resources/population' }),
  },
  'GET /materials/shared-records': { request: plain },
  'GET /materials/sharing-requests': ofDepartment,
  'POST /materials/cases/{id}/requirements/{requirement}/grant': onRequest('grant', {}),
  'POST /materials/cases/{id}/requirements/{requirement}/decline': onRequest('decline', reasons),
  'POST /materials/cases/{id}/requirements/{requirement}/dispute': {
    prepare: sharing,
    path: 'requirements/business-licence/dispute',
    request: () => ({ body: wrong }),
  },
  'GET /materials/disputes': { request: plain },
  'GET /materials/disputed': ofDepartment,
  'POST /materials/disputes/{id}/withdraw': onDispute('withdraw', {}),
  'POST /materials/disputes/{id}/correct': onDispute('correct', reasons),
  'POST /materials/disputes/{id}/keep': onDispute('keep', reasons),
};
