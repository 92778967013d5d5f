// Needs to wait until the queues of the local cloud are empty.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideNow, expectStatus, idOf, itemsOf, opined, pathOf } from '../support/cases.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { bundles, caseIn, partsOf, registered, restaurantDraft, restaurantGuide } from '../support/restaurant.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

test('a citizen opens a restaurant: one form, a company, then its licences at once, each decided by its own office', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const guide = await hall.anyone.get(restaurantGuide);
  const id = idOf(await expectStatus(citizen.post(bundles, restaurantDraft(guide)), 201));
  await expectStatus(citizen.post(`${bundles}/${id}/submit`, {}), 200);
  await cloud.settle();

  const show = () => expectStatus(citizen.get(`${bundles}/${id}`), 200);
  const decide = (office: string, caseId: string, decision: object) =>
    expectStatus(decideNow(hall.as(office), caseId, decision), 200);
  const accept = (caseId: string) => expectStatus(hall.as('clerk').post(`${pathOf(caseId)}/accept`, {}), 200);

  const begun = await show();
  expect(partsOf(begun).map(({ status }) => status)).toEqual(['open', 'waiting', 'waiting', 'waiting']);
  const registration = caseIn(begun, 'company-registration');
  await accept(registration);
  await decide('approver-amr', registration, { outcome: 'granted', issued: registered });
  await cloud.settle();
  const opened = await show();
  expect(opened.body).toMatchObject({ status: 'under-way', creating: { made: 4, of: 4 } });

  // The licences are the company's, which sees them as its own.
  const own = itemsOf(await hall.as('company').get('/intake/applications?mine=true'));
  expect(own.map(({ itemKey }) => itemKey)).toEqual(
    expect.arrayContaining(['food-business-licence', 'public-place-hygiene', 'signboard']),
  );
  const food = caseIn(opened, 'food-business-licence');
  const hygiene = caseIn(opened, 'public-place-hygiene');
  await Promise.all([accept(food), accept(hygiene)]);
  await opined(hall.as('approver-amr'), food);
  await decide('approver-amr', food, { outcome: 'granted' });
  const reasons = '场所卫生检测报告不合格，不符合公共场所卫生管理条例第四条的规定。';
  await decide('approver-health', hygiene, { outcome: 'refused', reasons });
  const sign = pathOf(caseIn(opened, 'signboard'));
  await expectStatus(hall.as('company').post(`${sign}/withdraw`, { reason: '暂不设置招牌' }), 200);
  await cloud.settle();

  const ended = (await show()).body;
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
