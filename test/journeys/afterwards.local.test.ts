// Needs the bucket, the clock and the queues of the local cloud.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { filesIn } from '#shared/tar';
import { expectStatus, itemsOf, pathOf, reviewed, told } from '../support/cases.ts';
import { entryAt } from '../support/entries.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney();
});
afterAll(() => journey?.stop());

const receipt = z.looseObject({ number: z.string().length(43), trackingCode: z.string() });
const fetching = z.looseObject({ pickUpCode: z.string() });
const packed = z.looseObject({ manifest: z.string(), parts: z.int(), url: z.url() });
const manifestOf = z.looseObject({
  parts: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

test('a licence is tracked, delivered with proof, published, pushed, and kept in one package that proves itself', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const { id, etag } = await reviewed(hall, company);
  const decision = { outcome: 'granted', opinion: '同意' };
  await expectStatus(hall.as('approver-amr').post(`${pathOf(id)}/decide`, decision, { ifMatch: etag }), 200);
  await cloud.settle();

  const { number, trackingCode } = receipt.parse((await company.get(pathOf(id))).body);
  const track = `/intake/public/track/${number}?code=`;
  expect((await hall.anyone.get(`${track}${trackingCode}`)).body).toMatchObject({
    status: 'decided',
    outcome: 'granted',
  });
  expect((await hall.anyone.get(`${track}ZZZZZZ`)).status).toBe(404);

  const way = { way: 'window', hall: 'gulou-hall' };
  await expectStatus(company.post(`${pathOf(id)}/delivery/choose`, way), 200);
  await expectStatus(hall.as('approver-amr').post(`${pathOf(id)}/delivery/make-ready`, {}), 200);
  const { pickUpCode: code } = fetching.parse((await company.get(`${pathOf(id)}/delivery`)).body);
  await expectStatus(hall.as('clerk').post(`${pathOf(id)}/delivery/hand-over`, { code, entry: entryAt.window }), 200);
  await cloud.settle();
  expect(await told(company, id)).toEqual(expect.arrayContaining(['result-ready', 'result-delivered']));

  // The clock publishes at its next hour, and orders the package of what is closed.
  await cloud.moveClock('+61m');
  await cloud.settle();
  expect(itemsOf(await hall.anyone.get('/intake/public/publicity'))).toMatchObject([{ id }]);
  await expectStatus(hall.as('approver-enforcement').post(`/intake/pushes/${id}/receipt`, {}), 200);

  const read = await expectStatus(hall.as('supervisor').get(`${pathOf(id)}/archive?reason=check`), 200);
  const { manifest, parts, url } = packed.parse(read.body);
  const reply = await fetch(url);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/x-tar']);
  const [first, ...files] = filesIn(Buffer.from(await reply.arrayBuffer()));
  expect(hashOf(first?.bytes ?? Buffer.of())).toBe(manifest);
  const said = manifestOf.parse(JSON.parse(Buffer.from(first?.bytes ?? []).toString())).parts;
  expect(files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }))).toEqual(said);
  expect([said.length, said.filter(({ name }) => name.endsWith('.pdf')).length]).toEqual([parts, 5]);
});
