import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { draft, itemsOf, pathOf, problem, submitted } from '../support/cases.ts';
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
const faults = z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }));

describe('a body', () => {
  test.each([
    ['broken JSON', '{"itemKey":', problem(400, 'broken-json')],
    [
      'a form nested deeper than any form is',
      `{"form":${'['.repeat(200)}${']'.repeat(200)}}`,
      problem(400, 'broken-json'),
    ],
    ['300 KB', JSON.stringify({ form: { operatorName: '示'.repeat(100_000) } }), problem(413, 'too-large')],
    ['a text', '"itemKey"', problem(400, 'invalid-input')],
    ['nothing', '', problem(400, 'broken-json')],
  ])('of %s is refused', async (_, body, refusal) => {
    const answer = await company.post(applications, body, { headers: { 'Content-Type': 'application/json' } });
    expect(answer).toMatchObject(refusal);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('of another content type is refused', async () => {
    const answer = await company.post(applications, '<form/>', { headers: { 'Content-Type': 'text/xml' } });
    expect(answer).toMatchObject(problem(415, 'not-json'));
  });

  test('of wrong types names every fault by pointer', async () => {
    const body = { itemKey: 7, form: [], channel: 'pigeon', applicant: { kind: 'person' }, more: 1 };
    const answer = await company.post(applications, body);
    expect(answer).toMatchObject(problem(400, 'invalid-input'));
    const pointers = faults.parse(answer.body['errors']).map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual(['/applicant/document', '/channel', '/form', '/itemKey', '/more']);
  });

  test('for an item that does not exist is refused', async () => {
    const body = { form: {}, channel: 'online' };
    expect(await company.post(applications, { ...body, itemKey: 'no-such-item' })).toMatchObject(
      problem(404, 'item-unknown'),
    );
    expect(await company.get('/intake/public/items/no-such-item')).toMatchObject(problem(404, 'item-unknown'));
  });
});

test('a form is handed in only when it fits, and every fault is named in both languages', async () => {
  const form = {
    ...foodForm,
    uscc: 'nonsense',
    premises: { address: '福州市鼓楼区示例路1号', areaSquareMetres: -1 },
    safetyManagers: [{ name: '', documentNumber: '350199199202022346', kind: 'king' }],
    contact: { name: '示例丙', phone: '12' },
    declaration: false,
    surplus: true,
  };
  const id = await draft(company, { form });
  const wanted = [
    '/form/contact/phone',
    '/form/declaration',
    '/form/premises/areaSquareMetres',
    '/form/safetyManagers/0/kind',
    '/form/safetyManagers/0/name',
    '/form/surplus',
    '/form/uscc',
  ];
  for (const [language, script] of [
    ['zh-CN', /\p{Script=Han}/u],
    ['en', /^\P{Script=Han}+$/u],
  ] as const) {
    const answer = await company.post(`${pathOf(id)}/submit`, {}, { language });
    expect(answer).toMatchObject(problem(400, 'form-invalid'));
    expect(answer.headers.get('content-language')).toBe(language);
    const named = faults.parse(answer.body['errors']);
    expect(named.map(({ pointer }) => pointer).toSorted()).toEqual(wanted);
    for (const { message } of named) expect(message).toMatch(script);
    expect(answer.body['title']).toMatch(script);
  }
  expect((await company.get(pathOf(id))).body).toMatchObject({ status: 'draft', version: 1 });
});

test('another person’s draft is not there for anybody else', async () => {
  const id = await draft(company);
  for (const account of ['citizen', 'clerk', 'approver-amr', 'supervisor', 'community']) {
    expect(await journey.hall.as(account).get(pathOf(id)), account).toMatchObject(problem(404, 'not-found'));
  }
  const put = journey.hall.as('citizen').put(pathOf(id), { form: {} }, { ifMatch: '"1"' });
  expect(await put).toMatchObject(problem(404, 'not-found'));
  const withdrawn = journey.hall.as('citizen').post(`${pathOf(id)}/withdraw`, { reason: '-' });
  expect(await withdrawn).toMatchObject(problem(404, 'not-found'));
  expect((await company.get(pathOf(id))).body).toMatchObject({ status: 'draft', version: 1, form: foodForm });
});

test('staff see masks, and whoever gives a reason to see more is recorded for the applicant', async () => {
  const { hall } = journey;
  const id = await submitted(company);
  const hidden = await hall.as('approver-amr').get(pathOf(id));
  expect(hidden.body).toMatchObject({
    masked: true,
    form: {
      legalRepresentative: { name: '示**', documentNumber: '3***************37' },
      contact: { name: '示**', phone: '138****0000', mail: 's****@example.com' },
      safetyManagers: [{ name: '示**', documentNumber: '3***************46' }],
    },
  });
  expect(JSON.stringify(hidden.body)).not.toContain('13800000000');

  const reason = '核对法定代表人';
  const open = await hall.as('approver-amr').get(`${pathOf(id)}?reason=${encodeURIComponent(reason)}`);
  expect(open.body).toMatchObject({ masked: false, form: foodForm });
  const records = itemsOf(await company.get(`${pathOf(id)}/access-records`));
  expect(records).toMatchObject([{ office: 'gulou/amr', actor: 'approver-amr', reason }]);
  expect(await hall.as('citizen').get(`${pathOf(id)}/access-records`)).toMatchObject(problem(404, 'not-found'));
});

test('an unknown path and a method that a path does not have are problems too', async () => {
  expect(await company.get('/intake/nothing')).toMatchObject(problem(404, 'not-found'));
  expect(await company.get(pathOf('not-a-uuid'))).toMatchObject(problem(404, 'not-found'));
  expect(await company.put(applications, {}, { ifMatch: '"1"' })).toMatchObject(problem(405, 'method-not-allowed'));
  const nowhere = await company.get('/nowhere');
  expect(nowhere.headers.get('content-type')).toBe('application/problem+json');
});
