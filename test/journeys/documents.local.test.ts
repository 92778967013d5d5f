// Needs the buckets, the clock and the queues of the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { codeOf, expectStatus, itemsOf, pathOf, submitted } from '../support/cases.ts';
import { eventually, type Caller } from '../support/hall.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { openPaper, verifyPaper } from '../support/papers.ts';

let journey: LocalJourney;
let company: Caller;
beforeAll(async () => {
  journey = await startLocalJourney();
  company = journey.hall.as('company');
});
afterAll(() => journey?.stop());

const shown = z.looseObject({ document: z.string(), verification: z.string(), sha256: z.string() });
const opened = shown.extend({ url: z.url() });

/** The documents of a case, once there are so many: they come some seconds after the act. */
async function documentsOf(id: string, count: number) {
  const ask = () => company.get(`${pathOf(id)}/documents`);
  const answer = await eventually(ask, (found) => itemsOf(found).length >= count);
  return z.array(shown).length(count).parse(answer.body['items']);
}

async function download(id: string, name: string): Promise<Buffer> {
  const reply = await openPaper(company, id, name);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/pdf');
  expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="${name}.pdf"`);
  return Buffer.from(await reply.arrayBuffer());
}

const verify = (bytes: Uint8Array, set?: string) => verifyPaper(journey.hall, bytes, set);

test('every step of a case is put in writing, sealed, downloaded and known again', async () => {
  const id = await submitted(company);
  const clerk = journey.hall.as('clerk');
  const defects = [{ pointer: '/contact/phone', what: '电话无法接通', mend: '更正电话' }];
  await expectStatus(clerk.post(`${pathOf(id)}/request-correction`, { defects, days: 5 }), 200);
  const changes = [{ pointer: '/contact/phone', value: '13900000000' }];
  await expectStatus(company.post(`${pathOf(id)}/resubmit`, { changes }), 200);
  await expectStatus(clerk.post(`${pathOf(id)}/accept`, {}), 200);
  await expectStatus(company.post(`${pathOf(id)}/withdraw`, { reason: '不办了' }), 200);

  const names = (await documentsOf(id, 7)).map(({ document }) => document);
  expect(names).toEqual([
    '2-application-form',
    '2-receipt',
    '3-correction-notice',
    '4-application-form',
    '4-receipt',
    '5-acceptance-notice',
    '6-withdrawal-receipt',
  ]);
  for (const name of names) {
    const pdf = await download(id, name);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const { body } = await verify(pdf);
    expect(body).toMatchObject({ verdict: 'intact', signer: '鼓楼区市场监督管理局' });
    const at = Math.floor(pdf.length / 2);
    pdf.writeUInt8(pdf.readUInt8(at) ^ 1, at);
    expect((await verify(pdf)).body['verdict']).toBe('altered');
    expect((await verify(pdf, 'jinan')).body).toMatchObject({ verdict: 'other-set', set: 'gulou' });
  }
});

test('an address holds for a minute, is nobody’s without one, and staff say why they read', async () => {
  const id = await submitted(company);
  await documentsOf(id, 2);
  const answer = await company.get(`${pathOf(id)}/documents/2-receipt`);
  const { url } = opened.parse(answer.body);
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  await journey.cloud.moveClock('+2m');
  expect((await fetch(url)).status).toBe(403);

  const clerk = journey.hall.as('clerk');
  const receipt = `${pathOf(id)}/documents/2-receipt`;
  expect(codeOf(await clerk.get(receipt))).toBe('403 reason-needed');
  expect((await clerk.get(`${receipt}?reason=${encodeURIComponent('窗口打印')}`)).status).toBe(200);
});

test('the verification page is served with its own rules about what may run in it', async () => {
  const reply = await fetch(`${journey.hall.bases['gulou']}/intake/public/verify`, {
    headers: { 'Accept-Language': 'en' },
  });
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await reply.text()).toContain('<title>Verify a document');
});
