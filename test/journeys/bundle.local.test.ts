// Needs to wait until the queues of the local cloud are empty.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accounts } from '../../localstack/issuer/accounts.ts';
import { etagOf, expectStatus, idOf, itemsOf, opined, pathOf } from '../support/cases.ts';
import { honestForm } from '../support/honest-form.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const bundles = '/intake/bundles';
const part = z.object({ item: z.string(), status: z.string(), caseId: z.string().optional() });
const uscc = accounts.find(({ account }) => account === 'company')?.uscc;

test('a citizen opens a restaurant: one form, a company, then its licences at once, each decided by its own office', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const answers = { company: 'new', sign: 'yes' };
  const guide = await hall.anyone.get('/intake/public/bundles/open-a-restaurant?answers=company:new,sign:yes');
  const begun = { bundleKey: 'open-a-restaurant', answers, form: honestForm(guide.body['form']), channel: 'online' };
  const id = idOf(await expectStatus(citizen.post(bundles, begun), 201));
  await expectStatus(citizen.post(`${bundles}/${id}/submit`, {}), 200);
  await cloud.settle();

  const show = async () => (await expectStatus(citizen.get(`${bundles}/${id}`), 200)).body;
  const partsOf = async () => z.array(part).parse((await show())['parts']);
  const caseOf = async (item: string) => (await partsOf()).find((one) => one.item === item)?.caseId ?? '';
  const decide = (office: string, [caseId, ifMatch]: readonly [string, string], body: object) =>
    expectStatus(hall.as(office).post(`${pathOf(caseId)}/decide`, { opinion: '已审查', ...body }, { ifMatch }), 200);
  const accept = async (caseId: string) =>
    etagOf(await expectStatus(hall.as('clerk').post(`${pathOf(caseId)}/accept`, {}), 200));

  const registration = await caseOf('company-registration');
  expect((await partsOf()).map(({ status }) => status)).toEqual(['open', 'waiting', 'waiting', 'waiting']);
  const issued = { party: { kind: 'organisation', uscc } };
  await decide('approver-amr', [registration, await accept(registration)], { outcome: 'granted', issued });
  await cloud.settle();
  expect(await show()).toMatchObject({ status: 'under-way', creating: { made: 4, of: 4 } });

  // The licences are the company's, which sees them as its own.
  const own = itemsOf(await hall.as('company').get('/intake/applications?mine=true'));
  expect(own.map(({ itemKey }) => itemKey)).toEqual(
    expect.arrayContaining(['food-business-licence', 'public-place-hygiene', 'signboard']),
  );
  const [food, hygiene, sign] = [
    await caseOf('food-business-licence'),
    await caseOf('public-place-hygiene'),
    await caseOf('signboard'),
  ];
  await accept(food);
  const reviewed = etagOf(await opined(hall.as('approver-amr'), food));
  await decide('approver-amr', [food, reviewed], { outcome: 'granted' });
  const reasons = '场所卫生检测报告不合格，不符合公共场所卫生管理条例第四条的规定。';
  await decide('approver-health', [hygiene, await accept(hygiene)], { outcome: 'refused', reasons });
  await expectStatus(hall.as('company').post(`${pathOf(sign)}/withdraw`, { reason: '暂不设置招牌' }), 200);
  await cloud.settle();

  const ended = await show();
  expect([ended['status'], ended['creating']]).toEqual(['done', { made: 4, of: 4 }]);
  expect(ended['parts']).toMatchObject([
    { outcome: 'granted' },
    { outcome: 'granted' },
    { outcome: 'refused' },
    { outcome: 'withdrawn' },
  ]);
  const acts = itemsOf(await citizen.get(`${bundles}/${id}/timeline`)).map(({ act }) => act);
  expect(acts.filter((act) => act === 'make-case')).toHaveLength(4);
  expect(acts.filter((act) => act === 'end-case')).toHaveLength(4);
  const inbox = itemsOf(await citizen.get('/notifications/inbox', { set: 'fuzhou' }));
  expect(inbox.flatMap(({ bundleId, message }) => (bundleId === id ? [message] : []))).toEqual([
    'bundle-done',
    'bundle-submitted',
  ]);
});
