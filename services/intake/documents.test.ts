import { beforeEach, describe, expect, test } from 'vitest';
import { signDetached } from '#shared/cms';
import { signPdf } from '#shared/pdf-signature';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { fc } from '../../test/support/property.ts';
import { font, signerFor } from '../../test/support/seals.ts';
import { drawSheet } from '#shared/paper/draw-sheet';

let world: IntakeWorld;
let maker: ReturnType<typeof makerOver>;
let id: string;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world);
  maker = makerOver(world);
  id = await draft(world);
  await world.send(cases.submit(id));
  expect(await deliverPapers(world, maker)).toEqual([]);
});

const path = () => `/intake/applications/${id}/documents`;
const list = (actor = people.company) => world.send({ path: path(), actor });
const read = (rest: object = {}) => world.send({ path: `${path()}/2-receipt`, actor: people.company, ...rest });
const verify = async (bytes: Uint8Array, headers: Record<string, string> = {}) =>
  world.send({
    method: 'POST',
    path: '/intake/public/documents/verify',
    headers: { ...cases.freshKey(), ...headers },
    body: { content: Buffer.from(bytes).toString('base64') },
  });
const ask = async (body: object) =>
  (await world.send({ method: 'POST', path: '/intake/public/documents/verify', headers: cases.freshKey(), body }))
    .status;
const file = (kind = '2-receipt') => Buffer.from([...maker.bucket.files].find(([key]) => key.includes(kind))![1].bytes);

describe('the documents of a case', () => {
  test('are listed with what they are, for the applicant and the office', async () => {
    for (const actor of [people.company, people.clerk, people.approver]) {
      const { status, body } = await list(actor);
      expect(status).toBe(200);
      expect(body.items.map((one: { document: string }) => one.document)).toEqual(['2-application-form', '2-receipt']);
      expect(JSON.stringify(body)).not.toContain('cases/');
    }
    expect((await list(people.stranger)).status).toBe(404);
  });

  test('are read by the applicant at an address that holds for a minute', async () => {
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({ document: '2-receipt', title: { zh: '收件凭证' }, until: '2026-08-03T01:01:00.000Z' });
    expect(body.url).toMatch(new RegExp(`/cases/${id}/2-receipt/[\\w-]{43}\\.pdf\\?seconds=60$`));
    expect((await read({ path: `${path()}/2-decision` })).status).toBe(404);
    expect((await read({ path: `${path()}/receipt` })).status).toBe(404);
  });

  test('are read by staff for a reason, which the applicant sees', async () => {
    expect((await read({ actor: people.clerk })).body.code).toBe('reason-needed');
    expect((await read({ actor: people.stranger })).status).toBe(404);
    expect((await read({ actor: people.clerk, query: { reason: '窗口打印' } })).status).toBe(200);
    const records = await world.send({ path: `/intake/applications/${id}/access-records`, actor: people.company });
    expect(records.body.items).toMatchObject([{ actor: 'window', reason: '窗口打印' }]);
  });

  test('give who applied at a desk his receipt there, with the code to follow the case, and nothing else: each read is recorded', async () => {
    const community = staffActor('community', {}, 'community-desk');
    const applicant = { kind: 'organisation', uscc: '91350100M000100Y43' };
    const begun = { itemKey: 'food-business-licence', channel: 'community', form: cases.goodForm, applicant };
    const body = { ...begun, entry: entryAt.community };
    const headers = cases.freshKey();
    const entered = await world.send({ method: 'POST', path: '/intake/applications', headers, actor: community, body });
    id = entered.body.id;
    await world.send(cases.submit(id, { actor: community }));
    await deliverPapers(world, maker);
    const query = { reason: '交付收件凭证' };
    expect((await read({ actor: community })).body.code).toBe('reason-needed');
    expect((await read({ actor: community, query })).status).toBe(200);
    const form = await read({ path: `${path()}/2-application-form`, actor: community, query });
    expect(form.body.code).toBe('unmasked-not-needed');
    expect((await read({ actor: staffActor('kiosk', {}, 'kiosk'), query })).status).toBe(404);
    const far = staffActor('community', { district: 'jinan' }, 'far');
    expect((await read({ actor: far, query })).status).toBe(404);
    const supervisor = staffActor('supervisor', {}, 'supervisor');
    const records = await world.send({ path: `/intake/applications/${id}/access-records`, actor: supervisor });
    expect(records.body.items).toMatchObject([{ actor: 'community-desk', reason: '交付收件凭证' }]);
  });

  test('of which only the numbers are taken are not there yet', async () => {
    await world.send(cases.accept(id));
    const broken = makerOver(world, {
      signerFor: async () => {
        throw new Error('no key');
      },
    });
    expect(await deliverPapers(world, broken)).not.toEqual([]);
    expect((await list()).body.items).toHaveLength(2);
    expect((await read({ path: `${path()}/3-acceptance-notice` })).status).toBe(404);
  });
});

describe('whoever has a file learns', () => {
  test('that it is intact, and who sealed it', async () => {
    const { body } = await verify(file());
    expect(body).toMatchObject({
      verdict: 'intact',
      signer: '鼓楼区市场监督管理局',
      document: { kind: 'receipt', number: '鼓楼区市场监督管理局收字〔2026〕1号', day: '2026-08-03' },
    });
    expect(body.text).toContain('未被改动');
    expect((await verify(file(), { 'Accept-Language': 'en' })).body.text).toContain('not been altered');
    expect((await verify(file('2-application-form'))).body.verdict).toBe('intact');
    expect(JSON.stringify(body)).not.toMatch(/示例公司|段正淳/);
  });

  test('property: that any one byte of it was altered, wherever that is', async () => {
    const genuine = file();
    await fc.assert(
      fc.asyncProperty(fc.nat(genuine.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = Buffer.from(genuine);
        altered[at]! ^= by;
        expect((await verify(altered)).body.verdict).toBe('altered');
      }),
      { numRuns: 60 },
    );
  });

  test('that something was put behind it, or the numbers of its signature were changed', async () => {
    const genuine = file();
    const more = Buffer.concat([genuine, Buffer.from('\n% more')]);
    const shorter = Buffer.from(genuine.toString('latin1').replace(/ByteRange \[0 \d/, 'ByteRange [0 9'), 'latin1');
    for (const one of [more, shorter, genuine.subarray(0, -1)])
      expect((await verify(one)).body.verdict).toBe('altered');
  });

  test('that somebody else has sealed a copy', async () => {
    const { verification } = (await list()).body.items[1];
    const label = { zh: '鼓楼区市场监督管理局', en: '' };
    const sheet = { title: label, blocks: [], english: [], office: label, day: '2026-08-03', verification };
    const drawn = await drawSheet(sheet, { font, at: world.clock.now });
    const forged = await signPdf(drawn.pdf, (content) =>
      signDetached(content, signerFor(label.zh, 'a key of his own')),
    );
    expect((await verify(forged)).body.verdict).toBe('altered');
  });

  test('that it is none of ours, or another set’s', async () => {
    expect((await verify(Buffer.from('%PDF-1.7'))).body.verdict).toBe('not-ours');
    expect((await verify(Buffer.from('banshi:GULOU-AAAA-AAAA-AAAA'))).body.verdict).toBe('not-ours');
    expect((await verify(Buffer.from('banshi:JINAN-AAAA-AAAA-AAAA'))).body).toMatchObject({
      verdict: 'other-set',
      set: 'jinan',
    });
  });

  test('what is no base64, empty or too large is refused', async () => {
    expect(await ask({ content: '***' })).toBe(400);
    expect(await ask({ content: '' })).toBe(400);
    expect(await ask({ content: 'A'.repeat(260_004) })).toBe(400);
    expect(await ask({})).toBe(400);
  });
});

describe('the page', () => {
  test('speaks both languages, asks nothing of anybody else, and runs only what stands in it', async () => {
    for (const [language, title] of [
      ['zh-CN', '文书核验'],
      ['en', 'Verify a document'],
    ] as const) {
      const { status, headers, body } = await world.send({
        path: '/intake/public/verify',
        headers: { 'Accept-Language': language },
      });
      expect(status).toBe(200);
      expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
      expect(body).toContain(`<html lang="${language}">`);
      expect(body).toContain(`<title>${title}`);
      expect(body).not.toMatch(/https?:|src=|href=/);
      expect(headers['Content-Security-Policy']).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; /);
    }
  });
});
