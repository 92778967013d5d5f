// Needs the local exchange of shared data, its faults, and the clock.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, itemsOf, pathOf, submitted } from '../support/cases.ts';
import { inCity } from '../support/upload.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const reason = { reason: '核对登记状态' };

test('a company hands in a case: the office gets its registration by itself, and the company reads who asked and why', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const id = await submitted(company);
  await cloud.settle();

  const approver = hall.as('approver-amr');
  const line = `/materials/cases/${id}/requirements/business-licence/read`;
  const { body } = await expectStatus(approver.post(line, reason, inCity), 200);
  expect(body['record']).toMatchObject({
    resource: 'legal-entity',
    state: 'fetched',
    fields: expect.arrayContaining([expect.objectContaining({ key: 'name', value: '示例食品有限公司' })]),
  });
  const accesses = itemsOf(await company.get('/materials/accesses', inCity));
  expect(accesses.filter(({ caseId }) => caseId === id)).toMatchObject([
    { office: 'gulou/amr', reason: reason.reason },
    { office: 'gulou/amr', resource: expect.any(String) },
    { office: 'gulou/amr', resource: expect.any(String) },
  ]);
  const records = itemsOf(await company.get('/materials/shared-records', inCity));
  expect(records.filter(({ caseId }) => caseId === id)).toHaveLength(2);
});

test('while a register is down a case is accepted all the same, and gets what it needs once that answers', async () => {
  const { hall, cloud } = journey;
  cloud.faults.exchange.fail({ kind: 'down', times: 2, register: '/legal-entities' });
  const id = await submitted(hall.as('company'));
  await cloud.settle();
  const documents = `/materials/cases/${id}/documents`;
  const stateOf = async () => {
    const { body } = await expectStatus(hall.as('approver-amr').get(documents, inCity), 200);
    return body['shared'];
  };
  expect(await stateOf()).toContainEqual(
    expect.objectContaining({ resource: 'legal-entity', state: 'to-be-fetched', why: 'unreachable' }),
  );
  await expectStatus(hall.as('clerk').post(`${pathOf(id)}/accept`, {}), 200);

  await cloud.moveClock('+2h');
  await cloud.moveClock('+5h');
  expect(await stateOf()).toContainEqual(expect.objectContaining({ resource: 'legal-entity', state: 'fetched' }));
});
