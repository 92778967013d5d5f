// Needs to wait until the queues of the local cloud are empty.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Caller } from '../support/hall.ts';
import { pdfOf } from '../support/pdf.ts';
import { declare, put } from '../support/upload.ts';
import { decideNow, expectStatus, idOf, itemsOf, opined, pathOf } from '../support/cases.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { bundles, caseIn, partsOf, registered, restaurantDraft, restaurantGuide } from '../support/restaurant.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

/** How each line of a case stands. */
async function documentsOf(citizen: Caller, caseId: string): Promise<Record<string, unknown>> {
  const { body } = await expectStatus(citizen.get(`${pathOf(caseId)}/materials`), 200);
  const lines = z.array(z.object({ requirement: z.string(), status: z.string() })).parse(body['requirements']);
  return Object.fromEntries(lines.map(({ requirement, status }) => [requirement, status]));
}

test('a citizen opens a restaurant: one form, one set of documents, a company, then its licences at once, each decided by its own office', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const guide = await hall.anyone.get(restaurantGuide);
  const proof = pdfOf('the lease of a restaurant');
  const sent = await declare(citizen, proof, 'registered-address-proof');
  expect(await put(sent, proof)).toBe(200);
  await cloud.settle();
  const materials = [{ requirement: 'registered-address-proof', materialId: sent.id, version: 1 }];
  const id = idOf(await expectStatus(citizen.post(bundles, { ...restaurantDraft(guide), materials }), 201));
  await expectStatus(citizen.post(`${bundles}/${id}/submit`, {}), 200);
  await cloud.settle();

  const show = () => expectStatus(citizen.get(`${bundles}/${id}`), 200);
  const decide = (office: string, caseId: string, decision: object) =>
    expectStatus(decideNow(hall.as(office), caseId, decision), 200);
  const accept = (caseId: string) => expectStatus(hall.as('clerk').post(`${pathOf(caseId)}/accept`, {}), 200);

  const begun = await show();
  expect(partsOf(begun).map(({ status }) => status)).toEqual(['open', 'waiting', 'waiting', 'waiting']);
  const registration = caseIn(begun, 'company-registration');
  expect(await documentsOf(citizen, registration)).toMatchObject({ 'registered-address-proof': 'confirmed' });
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
  for (const one of [food, hygiene])
    expect(await documentsOf(citizen, one)).toMatchObject({ 'business-licence': 'confirmed' });
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
  // What registers the company fills in what it begins later.
  const later = { itemKey: 'food-business-licence', channel: 'online', form: {} };
  const draft = idOf(await expectStatus(hall.as('company').post('/intake/applications', later), 201));
  const { body: filled } = await expectStatus(hall.as('company').get(pathOf(draft)), 200);
  const from = { licenceId: registration, edition: 1 };
  expect(filled['prefilled']).toContainEqual({ pointer: '/uscc', source: 'party', from });

  const inbox = itemsOf(await citizen.get('/notifications/inbox', { set: 'fuzhou' }));
  expect(inbox.flatMap(({ bundleId, message }) => (bundleId === id ? [message] : []))).toEqual([
    'bundle-done',
    'bundle-submitted',
  ]);
});
