import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import { caseStory } from '../demo/case.ts';
import { intakeStory } from '../demo/intake.ts';
import { checked } from '../demo/story.ts';
import {
  accepted,
  codeOf,
  draft,
  etagOf,
  expectStatus,
  itemsOf,
  opined,
  pathOf,
  reviewed,
  submitted,
  told,
} from '../support/cases.ts';
import { entryAt } from '../support/entries.ts';
import { eventually } from '../support/hall.ts';
import { openJourney, type Journey } from '../support/journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.stop());

const actsOf = async (id: string): Promise<string> => {
  const answer = await journey.hall.as('company').get(`${pathOf(id)}/timeline`);
  return itemsOf(answer)
    .map(({ act }) => act)
    .join();
};

test.each([
  ['of a case', caseStory],
  ['of the one window', intakeStory],
])('the story %s comes out as told', async (_, story) => {
  await expect(story(journey.hall, checked)).resolves.toBeUndefined();
});

test('a draft, a submitted and an accepted case can be withdrawn, a decided one cannot', async () => {
  const { hall } = journey;
  const company = hall.as('company');
  const reason = { reason: '计划有变' };
  const ids = [await draft(company), await submitted(company), (await accepted(hall, company)).id];
  for (const id of ids) {
    const answer = await expectStatus(company.post(`${pathOf(id)}/withdraw`, reason), 200);
    expect(answer.body).toMatchObject({ status: 'withdrawn', actions: [] });
    expect(codeOf(await company.post(`${pathOf(id)}/withdraw`, reason))).toBe('409 wrong-state');
  }
  expect(await Promise.all(ids.map(actsOf))).toEqual([
    'create,withdraw',
    'create,submit,withdraw',
    'create,submit,accept,withdraw',
  ]);
  const { id, etag } = await reviewed(hall, company);
  const decision = { outcome: 'granted', opinion: '同意' };
  await expectStatus(hall.as('approver-amr').post(`${pathOf(id)}/decide`, decision, { ifMatch: etag }), 200);
  expect(codeOf(await company.post(`${pathOf(id)}/withdraw`, reason))).toBe('409 wrong-state');

  const inbox = await eventually(
    () => company.get('/notifications/inbox?limit=100', { set: 'fuzhou' }),
    (answer) => ids.every((one) => linesOf(answer, one).some((line) => line.endsWith('withdrawn'))),
  );
  expect(ids.map((one) => linesOf(inbox, one))).toEqual([
    ['draft-withdrawn'],
    ['submitted', 'withdrawn'],
    ['accepted', 'submitted', 'withdrawn'],
  ]);
});

const linesOf = (answer: Parameters<typeof itemsOf>[0], id: string): string[] =>
  itemsOf(answer)
    .filter(({ caseId }) => caseId === id)
    .map(({ message }) => String(message))
    .toSorted();

test('a refusal needs its reasons, and the applicant reads them', async () => {
  const { hall } = journey;
  const { id, etag } = await reviewed(hall, hall.as('company'));
  const decide = (body: object) => hall.as('head-amr').post(`${pathOf(id)}/decide`, body, { ifMatch: etag });
  const refused = { outcome: 'refused', opinion: '不予许可' };
  const without = await decide(refused);
  expect(without).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reasons' }] } });
  await expectStatus(decide({ ...refused, reasons: '经营场所不符合分区要求' }), 200);

  const seen = await hall.as('company').get(pathOf(id));
  expect(seen.body).toMatchObject({
    status: 'decided',
    decision: { outcome: 'refused', reasons: '经营场所不符合分区要求' },
  });
  const last = itemsOf(await hall.as('company').get(`${pathOf(id)}/timeline`)).at(-1);
  expect(last).toMatchObject({ act: 'decide', office: 'gulou/amr', reason: '经营场所不符合分区要求' });
  await eventually(
    async () => hall.as('company').get('/notifications/inbox?limit=100', { set: 'fuzhou' }),
    (answer) => linesOf(answer, id).includes('refused'),
  );
  expect(await told(hall.as('company'), id)).toContain('refused');
});

test('what a clerk enters for a person by his document is that person’s own case', async () => {
  const { hall } = journey;
  const document = findAccount('citizen')?.document;
  const clerk = hall.as('clerk');
  const id = await draft(clerk, { channel: 'window', entry: entryAt.window, applicant: { kind: 'person', document } });
  await expectStatus(clerk.post(`${pathOf(id)}/submit`, {}), 200);

  const citizen = hall.as('citizen');
  expect((await citizen.get(pathOf(id))).body).toMatchObject({
    channel: 'window',
    masked: false,
    entry: { clerk: 'clerk', office: 'gulou/window', ...entryAt.window },
  });
  const mine = itemsOf(await citizen.get('/intake/applications?mine=true&limit=100'));
  expect(mine.map((one) => one['id'])).toContain(id);
  expect((await hall.as('citizen-2').get(pathOf(id))).status).toBe(404);

  const timeline = itemsOf(await citizen.get(`${pathOf(id)}/timeline`));
  expect(timeline).toMatchObject([
    { act: 'create', actor: 'clerk', onBehalfOf: expect.stringMatching(/^p_/) },
    { act: 'submit', actor: 'clerk', onBehalfOf: expect.stringMatching(/^p_/) },
  ]);
  await expectStatus(citizen.post(`${pathOf(id)}/withdraw`, { reason: '不再经营' }), 200);
});

test('a person may act for an organisation that the issuer names, and for no other', async () => {
  const { hall, token } = journey;
  const uscc = findAccount('company')?.uscc;
  const acting = { token: await token('citizen', { claims: { orgs: [uscc] } }) };
  const body = { applicant: { kind: 'organisation', uscc } };
  const citizen = hall.as('citizen');
  const id = await draft(citizen, body, acting);
  await expectStatus(citizen.post(`${pathOf(id)}/submit`, {}, acting), 200);

  expect(await actsOf(id)).toBe('create,submit');
  const [created] = itemsOf(await hall.as('company').get(`${pathOf(id)}/timeline`));
  expect(created).toMatchObject({ actor: 'citizen', onBehalfOf: expect.stringMatching(/^p_/) });
  expect((await citizen.get(pathOf(id))).status).toBe(404);
  const refused = await hall.as('citizen-2').post('/intake/applications', {
    itemKey: 'food-business-licence',
    form: {},
    channel: 'online',
    ...body,
  });
  expect(codeOf(refused)).toBe('403 party-not-yours');
});

test('an organisation’s case in Jin’an is decided there, and the city tells of it', async () => {
  const { hall } = journey;
  const set = 'jinan';
  const company = hall.as('company');
  const id = await draft(company, {}, { set });
  await expectStatus(company.post(`${pathOf(id)}/submit`, {}, { set }), 200);
  await expectStatus(hall.as('clerk.jinan').post(`${pathOf(id)}/accept`, {}, { set }), 200);
  const done = await opined(hall.as('approver-amr.jinan'), id, { set });
  const decision = { outcome: 'granted', opinion: '同意' };
  const options = { set, ifMatch: etagOf(done) };
  await expectStatus(hall.as('approver-amr.jinan').post(`${pathOf(id)}/decide`, decision, options), 200);
  const mine = await eventually(
    () => company.get('/intake/applications?mine=true&limit=100', { set: 'fuzhou' }),
    (answer) => itemsOf(answer).some((one) => one['id'] === id && one['outcome'] === 'granted'),
  );
  expect(itemsOf(mine).find((one) => one['id'] === id)).toMatchObject({ district: 'jinan', status: 'decided' });
});
