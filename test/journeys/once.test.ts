import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codeOf,
  draft,
  etagOf,
  expectStatus,
  foodItem,
  idOf,
  itemsOf,
  pathOf,
  problem,
  reviewed,
  submitted,
} from '../support/cases.ts';
import { foodForm } from '../support/form.ts';
import type { Caller } from '../support/hall.ts';
import { openJourney, type Journey } from '../support/journey.ts';

let journey: Journey;
let company: Caller;
beforeAll(async () => {
  journey = await openJourney();
  company = journey.hall.as('company');
});
afterAll(() => journey?.stop());

const applications = '/intake/applications';

test('of two clerks who accept at once one does, and the other is told', async () => {
  const { hall, token } = journey;
  const ids = await Promise.all([1, 2, 3].map(() => submitted(company)));
  const second = await token('clerk', { claims: { sub: 'clerk-at-the-next-desk' } });
  for (const id of ids) {
    const answers = await Promise.all([
      hall.as('clerk').post(`${pathOf(id)}/accept`, {}),
      hall.anyone.post(`${pathOf(id)}/accept`, {}, { token: second }),
    ]);
    expect(answers.map(codeOf).toSorted()).toEqual(['200 accepted', '409 wrong-state']);
    const acts = itemsOf(await company.get(`${pathOf(id)}/timeline`)).map(({ act }) => act);
    expect(acts).toEqual(['create', 'submit', 'accept']);
  }
});

describe('a repeated request', () => {
  test('gets the same reply once more, and a key serves one request only', async () => {
    const body = { itemKey: foodItem, form: foodForm, channel: 'online' };
    const key = randomUUID();
    const first = await company.post(applications, body, { key });
    const second = await company.post(applications, body, { key });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    const other = await company.post(applications, { ...body, channel: 'app' }, { key });
    expect(other).toMatchObject(problem(422, 'key-reused'));

    const path = `${pathOf(idOf(first))}/submit`;
    const submit = randomUUID();
    const handedIn = await company.post(path, {}, { key: submit });
    const again = await company.post(path, {}, { key: submit });
    expect(again).toMatchObject({ status: 200, body: handedIn.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await company.post(path, '{ }', { key: submit })).toMatchObject(problem(422, 'key-reused'));
    expect(await company.post(path, {})).toMatchObject(problem(409, 'wrong-state'));
  });

  test('that races itself is done once', async () => {
    const key = randomUUID();
    const id = await draft(company);
    const racing = [1, 2, 3, 4, 5, 6].map(() => company.post(`${pathOf(id)}/submit`, {}, { key }));
    const answers = await Promise.all(racing);
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['200 submitted']));
    expect(answers.filter(({ headers }) => !headers.get('idempotent-replayed'))).toHaveLength(1);
  });

  test('is not the same for another account or another path', async () => {
    const key = randomUUID();
    const ids = [await draft(company), await draft(company)];
    for (const id of ids) expect(codeOf(await company.post(`${pathOf(id)}/submit`, {}, { key }))).toBe('200 submitted');
    const body = { itemKey: foodItem, form: {}, channel: 'online' };
    const answers = [
      await company.post(applications, body, { key }),
      await journey.hall.as('citizen').post(applications, body, { key }),
    ];
    expect(new Set(answers.map(idOf)).size).toBe(2);
  });

  test('without a key, or with a broken one, is refused', async () => {
    const id = await draft(company);
    for (const key of ['', 'two words', 'x'.repeat(256)]) {
      const answer = await company.post(`${pathOf(id)}/submit`, {}, { key });
      expect(answer).toMatchObject(problem(400, 'idempotency-key-missing'));
    }
  });
});

test('a draft is saved only over the version that was read, and a lost reply may be asked for again', async () => {
  const path = pathOf(await draft(company));
  const save = (operatorName: string, ifMatch?: string) =>
    company.put(path, { form: { operatorName } }, ifMatch ? { ifMatch } : {});
  expect(await save('甲')).toMatchObject(problem(428, 'if-match-missing'));
  expect(await save('甲', 'W/"1"')).toMatchObject(problem(400, 'invalid-if-match'));
  expect(await save('甲', '"7"')).toMatchObject(problem(412, 'version-stale'));
  const first = await expectStatus(save('甲', '"1"'), 200);
  expect(etagOf(first)).toBe('"2"');
  expect(etagOf(await expectStatus(save('甲', '"1"'), 200))).toBe('"2"');
  expect(await save('乙', '"1"')).toMatchObject(problem(412, 'version-stale'));

  const racing = await Promise.all(['丙', '丁'].map((name) => save(name, '"2"')));
  expect(racing.map(codeOf).toSorted()).toEqual(['200 draft', '412 version-stale']);
  await expectStatus(company.post(`${path}/withdraw`, { reason: '不办了' }), 200);
  expect(await save('戊', '"3"')).toMatchObject(problem(409, 'wrong-state'));
});

test('a decision names the version it was made on', async () => {
  const { id, etag } = await reviewed(journey.hall, company);
  const decide = (ifMatch?: string) =>
    journey.hall
      .as('approver-amr')
      .post(`${pathOf(id)}/decide`, { outcome: 'granted', opinion: '同意' }, ifMatch ? { ifMatch } : {});
  expect(await decide()).toMatchObject(problem(428, 'if-match-missing'));
  expect(await decide('"1"')).toMatchObject(problem(412, 'version-stale'));
  await expectStatus(decide(etag), 200);
});
