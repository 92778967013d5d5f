// Needs the providers of the local cloud, their receipts and its clock.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import { actOnBatch, publishWaterOff, sendBatch } from '../support/batch-sending.ts';
import { accepted, expectStatus, pathOf } from '../support/cases.ts';
import type { Caller } from '../support/hall.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());
// Which provider a notice goes to is drawn: a fault that was put in for both may strike one alone, and wait for the next test.
afterEach(() => journey.cloud.faults.providers.clear());

const city = { set: 'fuzhou' };
const page = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
const sentTo = (to: string) => journey.cloud.sent().filter((one) => one.to.endsWith(to));

// Two equal hours: it is never quiet, whatever the hour in which this test runs.
const never = { from: '00:00', until: '00:00' };

/** The caller says by a code that a number is his; the code arrives by SMS. */
async function verified(who: Caller, number: string): Promise<void> {
  const found = await who.get('/notifications/contact', city);
  const ifMatch = found.headers.get('etag') ?? '"0"';
  const wish = { addresses: [{ channel: 'sms', value: `+86${number}` }], language: 'zh', quiet: never, optOuts: [] };
  await expectStatus(who.put('/notifications/contact', wish, { ...city, ifMatch }), 200);
  await expectStatus(who.post('/notifications/contact/sms/send-code', {}, city), 201);
  await journey.cloud.settle();
  const { values = [] } = sentTo(number).at(-1) ?? {};
  const code = Array.isArray(values) ? values[0] : z.object({ code: z.string() }).parse(values).code;
  await expectStatus(who.post('/notifications/contact/sms/verify', { code }, city), 200);
}

const noticesOf = async (who: Caller) => {
  const { items } = page.parse((await who.get('/notifications/inbox', city)).body);
  return items.flatMap(({ message, noticeId: id }) => (typeof id === 'string' ? [{ message, id }] : []));
};
const proofOf = async (who: Caller, id: string) =>
  (await expectStatus(who.get(`/notifications/${id}/proof`, city), 200)).body;

test('a code and then a decision reach a telephone by SMS, once each though answers and receipts go wrong; the proof says when', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  await verified(company, '13800000001');
  for (const provider of ['aliyun', 'tencent'] as const) {
    cloud.faults.providers.fail({ provider, kind: 'lost-reply', times: 1 });
    cloud.faults.providers.fail({ provider, kind: 'receipt-twice', times: 1 });
  }
  await accepted(hall, company);
  await cloud.settle();
  await cloud.moveClock('+2m');
  await cloud.moveClock('+6m');
  await cloud.settle();
  const told = (await noticesOf(company)).find(({ message }) => message === 'accepted');
  const proof = await proofOf(company, String(told?.id));
  expect(proof).toMatchObject({
    deliveries: [{ channel: 'sms', status: 'delivered' }],
    proved: { step: 'delivered', counts: false },
  });
  expect(sentTo('13800000001').filter(({ reference }) => reference === `${told?.id}.1`)).toHaveLength(1);
});

test('one whose number is none goes on by a task of staff, who tell by telephone: then it counts as served', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const clerk = hall.as('clerk');
  const before = new Set((await noticesOf(company)).map(({ id }) => id));
  for (const provider of ['aliyun', 'tencent'] as const) {
    cloud.faults.providers.fail({ provider, kind: 'unreachable', times: 10 });
  }
  const { id: caseId } = await accepted(hall, company);
  await cloud.settle();
  cloud.faults.providers.clear();
  const told = (await noticesOf(company)).find(({ message, id }) => message === 'accepted' && !before.has(id));
  const { items } = page.parse((await expectStatus(clerk.get('/notifications/tasks', city), 200)).body);
  expect(items.find(({ id }) => id === told?.id)).toMatchObject({ district: 'gulou', actions: ['done', 'failed'] });
  await expectStatus(clerk.post(`/notifications/tasks/${told?.id}/done`, { how: 'telephone' }, city), 200);
  expect(await proofOf(company, String(told?.id))).toMatchObject({
    deliveries: [
      { channel: 'sms', status: 'permanent-failure' },
      { channel: 'task', status: 'delivered', how: 'telephone' },
    ],
    proved: { step: 'delivered', channel: 'task', counts: true },
  });
  await cloud.settle();
  const served = page.parse((await expectStatus(company.get(`${pathOf(caseId)}/served`), 200)).body);
  expect(served.items).toMatchObject([
    { noticeId: told?.id, message: 'accepted', channel: 'task', counts: true, servedAt: expect.any(String) },
  ]);
});

test('an e-mail address is verified by a mail, confirmed and withdrawn; a notice goes there first, and after a lost answer under the same Message-ID', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const to = 'office@example.com';
  const mailed = (reference: string) => sentTo(to).filter((one) => one.reference === reference);
  const { headers } = await company.get('/notifications/contact', city);
  const addresses = [{ channel: 'sms' }, { channel: 'email', value: to }];
  const wish = { addresses, preferred: 'email', language: 'en', quiet: never, optOuts: [] };
  await expectStatus(company.put('/notifications/contact', wish, { ...city, ifMatch: headers.get('etag') ?? '' }), 200);
  const act = async (name: string, body: object = {}) =>
    (await company.post(`/notifications/contact/email/${name}`, body, city)).body;
  expect(await act('send-code')).toMatchObject({ status: 'sent' });
  await cloud.settle();
  const { mail } = sentTo(to).at(-1) ?? {};
  expect(mail?.subject).toBe('Your code');
  const code = /\d{6}/.exec(mail?.text ?? '')?.[0];
  expect(await act('verify', { code })).toMatchObject({ status: 'verified', actions: ['confirm'] });
  const { text } = z
    .object({ text: z.string() })
    .parse((await company.get('/notifications/contact', city)).body['consent']);
  expect(await act('confirm', { text })).toMatchObject({ status: 'confirmed', actions: ['withdraw'] });

  const before = new Set((await noticesOf(company)).map(({ id }) => id));
  // The case tells of other steps too: whatever mail goes now, its answer is lost.
  cloud.faults.providers.fail({ provider: 'smtp', kind: 'lost-reply', times: 20 });
  await accepted(hall, company);
  await cloud.settle();
  cloud.faults.providers.clear();
  await cloud.moveClock('+2m');
  await cloud.settle();
  const told = (await noticesOf(company)).find(({ message, id }) => message === 'accepted' && !before.has(id));
  expect(await proofOf(company, String(told?.id))).toMatchObject({
    deliveries: [{ channel: 'email', status: 'sent' }],
  });
  const mails = mailed(`${told?.id}.1`).map((one) => one.mail);
  expect(mails.map((one) => one?.headers['message-id'])).toEqual([
    `<${told?.id}.1@banshi.example>`,
    `<${told?.id}.1@banshi.example>`,
  ]);
  expect(mails[1]).toMatchObject({ subject: 'Accepted' });
  expect(await act('withdraw')).toMatchObject({ status: 'verified', actions: ['confirm'] });
});

/** A batch of a file, read as a whole. */
async function batchOf(editor: Caller, lines: readonly string[]) {
  const path = await sendBatch(editor, Buffer.from(['kind,number,place,until,car', ...lines].join('\r\n')));
  await journey.cloud.settle();
  return { path, found: (await expectStatus(editor.get(`${path}/progress`, city), 200)).body };
}

/** One row of a file that names an account of the demonstration by its document. */
const row = (account: string, car: string): string => {
  const { uscc, document } = findAccount(account) ?? {};
  return `${uscc ? 'uscc' : 'resident-id'},${uscc ?? document?.number},五一北路,2026-08-05,${car}`;
};

test('a batch of a file is refused by line, mended, let go by another person, and told by SMS and in the inbox, once', async () => {
  const { hall, cloud } = journey;
  const [editor, publisher, company] = [hall.as('editor'), hall.as('publisher'), hall.as('company')];
  await publishWaterOff(hall);
  const refused = await batchOf(editor, [row('company', 'yes'), row('citizen', 'perhaps')]);
  expect(refused.found).toMatchObject({
    status: 'invalid',
    faults: { count: 1, first: [{ line: 3, code: 'not-yes-or-no' }] },
  });
  const { path, found } = await batchOf(editor, [row('company', 'yes'), row('citizen', 'no')]);
  expect(found).toMatchObject({ status: 'to-approve', rows: 2 });
  await expectStatus(actOnBatch(publisher, path, 'approve'), 200);
  await cloud.settle();
  const { body } = await expectStatus(editor.get(`${path}/progress`, city), 200);
  expect(body).toMatchObject({ status: 'done', progress: { rows: 2, taken: 2, unreachable: 1 } });
  const { items } = page.parse((await company.get('/notifications/inbox', city)).body);
  const told = items.find(({ message }) => message === 'batch');
  expect(told).toMatchObject({ text: '五一北路停水至2026-08-05。送水车已安排。' });
  expect(cloud.sent().filter(({ reference }) => reference === `${String(told?.['noticeId'])}.1`)).toHaveLength(1);
});

test('a forged receipt is refused, and changes nothing', async () => {
  const forged = [{ out_id: `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.1`, success: true }];
  const path = '/notifications/public/receipts/aliyun?key=guessed';
  const { status, body } = await journey.hall.anyone.post(path, forged, city);
  expect([status, body['code']]).toEqual([403, 'receipt-not-believed']);
});
