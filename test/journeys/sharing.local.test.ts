// Needs the local exchange of shared data, its faults, and the clock.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, expectStatus, itemsOf, pathOf, submitted } from '../support/cases.ts';
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

  // It is asked again an hour later, and two hours after that; the clock looks once an hour.
  await cloud.moveClock('+5h');
  expect(await stateOf()).toContainEqual(expect.objectContaining({ resource: 'legal-entity', state: 'fetched' }));
});

test('a form is filled in by the registers in any district; one that is slow keeps nobody waiting, and its fields say why they are open', async () => {
  const { hall, cloud } = journey;
  const [citizen, inJinan] = [hall.as('citizen'), { set: 'jinan' }];
  const begin = async () => draft(citizen, { itemKey: 'unemployment-registration', form: {} }, inJinan);
  const seen = async (id: string) => (await expectStatus(citizen.get(pathOf(id), inJinan), 200)).body;
  const first = await begin();
  await cloud.settle();
  expect(await seen(first)).toMatchObject({
    form: { applicant: { name: '示例市民甲', sex: 'male', birthDate: '1990-01-01' } },
    prefilled: expect.arrayContaining([
      expect.objectContaining({
        source: 'shared:population/sex',
        from: expect.objectContaining({ resource: 'population' }),
      }),
    ]),
  });
  const accesses = itemsOf(await citizen.get('/materials/accesses', inCity));
  expect(accesses).toContainEqual(expect.objectContaining({ caseId: first, resource: 'population' }));

  cloud.faults.exchange.fail({ kind: 'slow', times: 1, register: '/population' });
  const second = await begin();
  const waiting = await seen(second);
  expect(waiting['unfilled']).toContainEqual(
    expect.objectContaining({ source: 'shared:population/sex', why: 'asked' }),
  );
  await cloud.settle();
  expect((await seen(second))['unfilled']).toContainEqual(
    expect.objectContaining({ source: 'shared:population/sex', why: 'unanswered' }),
  );
});
