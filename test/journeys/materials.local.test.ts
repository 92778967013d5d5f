// Needs the bucket of the local cloud, its rules and its notices.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { codeOf, decideNow, draft, expectStatus, foodItem, itemsOf, opined, pathOf, told } from '../support/cases.ts';
import { eicar } from '../support/eicar.ts';
import type { Caller } from '../support/hall.ts';
import { codeOn } from '../support/paper-code.ts';
import { verifyPaper } from '../support/papers.ts';
import { pdfOf } from '../support/pdf.ts';
import { copyFor, declare, declared, fileOf, hexOf, inCity, put } from '../support/upload.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const pdf = pdfOf('the articles of a company');
const read = async (owner: Caller, id: string) => {
  const { body } = await expectStatus(owner.post(`/materials/${id}/versions/1/read`, {}, inCity), 200);
  return String(body['url']);
};

test('a document goes straight to the bucket, is checked there, and is read in ranges from it; the next time it is not sent', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const first = await declare(company, pdf);
  expect(await put(first, pdfOf('the articles of a c0mpany'))).toBe(400);
  expect(await put(first, pdf)).toBe(200);
  expect(await put(first, pdf)).toBe(412);
  await cloud.settle();
  expect(await put(first, pdf)).toBe(412);
  const { body } = await company.get(`/materials/${first.id}`, inCity);
  expect(body['versions']).toMatchObject([{ n: 1, status: 'available' }]);
  const url = await read(company, first.id);
  const whole = await fetch(url);
  expect(whole.headers.get('content-disposition')).toContain("filename*=UTF-8''%E5%85%AC");
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(pdf);
  const part = await fetch(url, { headers: { Range: 'bytes=0-3' } });
  expect([part.status, await part.text()]).toEqual([206, '%PDF']);

  expect((await declare(company, pdf)).status).toBe('available');
  expect(itemsOf(await company.get('/materials?type=articles', inCity))).toHaveLength(2);
  expect((await hall.as('citizen').get(`/materials/${first.id}`, inCity)).status).toBe(404);
});

test('a page of another site may send the file: the bucket answers its preflight', async () => {
  const { hall } = journey;
  const { upload } = await declare(hall.as('citizen'), pdfOf('a lease'));
  const reply = await fetch(upload?.url ?? '', {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://hall.example',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': Object.keys(upload?.headers ?? {}).join(','),
    },
  });
  expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
});

test('a program that says it is a PDF is refused, and its owner reads why', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const program = Buffer.from('MZ\x90\x00 a program');
  const sent = await declare(citizen, program);
  expect(await put(sent, program)).toBe(200);
  await cloud.settle();

  const { body } = await citizen.get(`/materials/${sent.id}`, inCity);
  expect(body['versions']).toMatchObject([{ status: 'refused', refusedFor: 'not-allowed' }]);
  expect((await citizen.post(`/materials/${sent.id}/versions/1/read`, {}, inCity)).body['code']).toBe(
    'file-not-at-hand',
  );
});

test('what every scanner finds is refused; while the scanner cannot look, a file waits and is not lost', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const harmful = pdfOf(eicar);
  const sent = await declare(citizen, harmful);
  cloud.faults.scanner.failNext(1);
  expect(await put(sent, harmful)).toBe(200);
  await cloud.settle();

  const { body } = await citizen.get(`/materials/${sent.id}`, inCity);
  expect(body['versions']).toMatchObject([{ status: 'refused', refusedFor: 'infected' }]);
});

test('an address that has expired takes no file; a new one does', async () => {
  const { hall, cloud } = journey;
  const citizen = hall.as('citizen');
  const lease = pdfOf('another lease');
  const sent = await declare(citizen, lease);
  await cloud.moveClock('+16m');
  expect(await put(sent, lease)).toBe(403);
  const again = await expectStatus(citizen.post(`/materials/${sent.id}/versions/1/upload`, {}, inCity), 200);
  expect(await put(declared.parse({ ...sent, ...again.body }), lease)).toBe(200);
  await cloud.settle();
  expect((await citizen.get(`/materials/${sent.id}`, inCity)).body['versions']).toMatchObject([
    { status: 'available' },
  ]);
});

test('a drawing of more than one PUT comes in parts, a part sent anew where it broke off, and is checked as a whole', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const drawing = Buffer.alloc(51 * 2 ** 20, 'AC1032 ');
  const about = { ...fileOf(drawing, 'drawings'), mediaType: 'image/vnd.dwg' };
  const { body } = await expectStatus(company.post('/materials', about, inCity), 201);
  const { id, upload } = z
    .object({ id: z.uuid(), upload: z.object({ partSize: z.int(), parts: z.int() }) })
    .parse(body);
  const numbers = Array.from({ length: upload.parts }, (_, index) => index + 1);
  const bytesOf = (n: number) => drawing.subarray((n - 1) * upload.partSize, n * upload.partSize);
  const path = `/materials/${id}/versions/1`;
  const wanted = { parts: numbers.map((n) => ({ n, sha256: hexOf(bytesOf(n)) })) };
  const { parts } = z
    .object({ parts: z.array(z.object({ n: z.int(), url: z.url(), headers: z.record(z.string(), z.string()) })) })
    .parse((await expectStatus(company.post(`${path}/parts`, wanted, inCity), 200)).body);
  const sendPart = async (n: number, bytes = bytesOf(n)) => {
    const { url, headers } = parts.find((one) => one.n === n) ?? { url: '', headers: {} };
    return (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })).status;
  };
  expect(await sendPart(1, bytesOf(2))).not.toBe(200);
  expect(await Promise.all([sendPart(1), sendPart(3)])).toEqual([200, 200]);
  expect((await company.get(`${path}/parts`, inCity)).body).toMatchObject({ missing: [2, 4] });
  expect((await company.post(`${path}/complete`, {}, inCity)).body['code']).toBe('parts-missing');
  expect(await Promise.all([sendPart(2), sendPart(4), sendPart(1)])).toEqual([200, 200, 200]);
  const twice = [company.post(`${path}/complete`, {}, inCity), company.post(`${path}/complete`, {}, inCity)];
  expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200]);
  await cloud.settle();
  expect((await company.get(`/materials/${id}`, inCity)).body['versions']).toMatchObject([{ status: 'available' }]);
});

test('a case in a district uses documents of the city’s library: confirmed, it is accepted; refused, its applicant is told', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const plan = pdfOf('the layout of a restaurant');
  const sent = await declare(company, plan, 'layout-plan');
  expect(await put(sent, plan)).toBe(200);
  await cloud.settle();

  const wish = { itemKey: foodItem, district: 'gulou' };
  const { body: match } = await expectStatus(company.post('/materials/match', wish, inCity), 200);
  expect(match['requirements']).toMatchObject([
    { requirement: 'business-licence', status: 'fetched' },
    { requirement: 'identity-document', status: 'fetched' },
    { requirement: 'layout-plan', status: 'maybe', documents: [{ materialId: sent.id, version: 1 }] },
    { requirement: 'food-safety-rules', status: 'missing' },
  ]);

  const materials = [
    { requirement: 'layout-plan', materialId: sent.id, version: 1 },
    { requirement: 'food-safety-rules', materialId: sent.id, version: 1 },
  ];
  const id = await draft(company, { materials });
  await expectStatus(company.post(`${pathOf(id)}/submit`, {}), 200);
  await cloud.settle();
  const { body } = await expectStatus(company.get(`${pathOf(id)}/materials`), 200);
  expect(body['requirements']).toMatchObject([
    { requirement: 'business-licence', status: 'fetched' },
    { requirement: 'identity-document', status: 'fetched' },
    { requirement: 'layout-plan', status: 'confirmed', sha256: hexOf(plan) },
    { requirement: 'food-safety-rules', status: 'refused', why: 'other-kind' },
  ]);
  expect(await told(company, id)).toEqual(['materials-refused', 'submitted']);
  expect(codeOf(await hall.as('clerk').post(`${pathOf(id)}/accept`, {}))).toBe('200 accepted');
  const reason = { reason: '核对平面图' };
  const path = `/materials/cases/${id}/requirements/layout-plan/read`;
  const approver = hall.as('approver-amr');
  const { body: asked } = await expectStatus(approver.post(path, reason, inCity), 200);
  await cloud.settle();
  expect((await copyFor(approver, asked)).length).toBeGreaterThan(plan.length);

  await expectStatus(company.post(`/materials/${sent.id}/versions/1/withdraw`, {}, inCity), 200);
  await cloud.settle();
  await opined(approver, id);
  expect(codeOf(await decideNow(approver, id, { outcome: 'granted' }))).toBe('409 basis-changed');
  const why = { reasons: '平面图与现场核查的结果一致，许可条件没有变化。' };
  await expectStatus(approver.post(`${pathOf(id)}/materials/layout-plan/uphold`, why), 200);
  expect(codeOf(await decideNow(approver, id, { outcome: 'granted' }))).toBe('200 decided');
  await cloud.settle();
  const [licence] = itemsOf(await company.get('/materials/licences', inCity));
  expect(licence).toMatchObject({ id, type: foodItem, district: 'gulou', status: 'valid' });
  const read = () => company.post(`/materials/licences/${id}/editions/1/read`, {}, inCity);
  expect(codeOf(await read())).toBe('409 not-delivered');
  await expectStatus(company.post(`${pathOf(id)}/delivery/download`, {}), 200);
  await cloud.settle();
  const url = String((await expectStatus(read(), 200)).body['url']);
  expect((await fetch(url, { headers: { Range: 'bytes=0-3' } })).status).toBe(206);
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  // The code leads to the page of the city, as a telephone finds it.
  const shown: unknown = await (await fetch(codeOn(bytes) ?? '')).json();
  const holder = expect.stringMatching(/^.\*+$/);
  expect(shown).toMatchObject({ status: 'valid', number: licence?.['number'], type: foodItem, holder });
  expect((await verifyPaper(hall, bytes)).body['verdict']).toBe('intact');
  bytes[bytes.length >> 1]! ^= 1;
  expect((await verifyPaper(hall, bytes)).body['verdict']).toBe('altered');
});
