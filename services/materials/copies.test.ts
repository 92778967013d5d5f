import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { company, fileOf, openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { font } from '../../test/support/seals.ts';
import { drawNotice } from './paper/draw-mark.ts';
import { noticeOf } from './domain/copy/words.ts';

const caseId = uuid(1, 1);
const approver = staffActor('approver', { department: 'amr' });
let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});

/** A case of Gulou that uses a document of the company; its id. */
async function using(bytes: Buffer, more: object = {}): Promise<string> {
  const materialId = await world.atHand(bytes, more);
  const materials = [{ requirement: 'articles', materialId, version: 1 }];
  const about = { itemKey: 'x', version: 1, district: 'gulou', partyId: 'p_company', departments: ['amr'] };
  const data = { caseId, ...about, materials };
  await world.hear(envelopeOf({ type: 'intake.application-submitted.v1', subject: caseId, data }));
  return materialId;
}
const read = async (actor = approver) => {
  const path = `/materials/cases/${caseId}/requirements/articles/read`;
  return (await world.send('POST', path, { actor, body: { reason: '核对章程' } })).body;
};
const stamp = () => world.stamp(...world.facts('materials.copy-due.v1'));
const shown = (id: string, actor = approver) => world.send('GET', `/materials/copies/${id}/file`, { actor });
const fileAt = (url: string) => world.files.kept.get(/^https:\/\/bucket\.test\/(.*)\?/.exec(url)?.[1] ?? '')!.bytes;

test('an office reads a copy with a page in front and a mark on each page; the original stays as it was, and its owner gets that', async () => {
  const original = await PDFDocument.create();
  for (const width of [200, 400]) original.addPage([width, 300]);
  const bytes = Buffer.from(await original.save());
  const id = await using(bytes);
  const { copy, url } = await read();
  expect([copy.status, url]).toEqual(['making', undefined]);
  expect((await shown(copy.id)).body).toEqual({ id: copy.id, status: 'making' });
  expect(await stamp()).toBe(0);

  const { body } = await shown(copy.id);
  expect(body).toMatchObject({ status: 'ready', expiresAt: '2026-08-03T01:01:00.000Z' });
  const pages = (await PDFDocument.load(fileAt(body.url))).getPages();
  expect(pages.map((page) => page.getWidth())).toEqual([expect.closeTo(595.28), 200, 400]);
  // Each page draws what is laid over it, and nothing of ours stands in the original.
  const drawn = pages.slice(1).map((page) => page.node.Resources()?.toString() ?? '');
  for (const one of drawn) expect(one).toContain('/EmbeddedPdfPage');
  const own = await world.send('POST', `/materials/${id}/versions/1/read`, { actor: company, body: {} });
  expect(Buffer.from(fileAt(own.body.url))).toEqual(bytes);
});

test('the page in front says office, post, case, time and purpose, and the number by which the access record is found', async () => {
  await using(pdfOf('articles'));
  const { copy } = await read();
  const made = await world.deps.copies();
  const found = await made.get(copy.id);
  expect(noticeOf(found!).map(([, value]) => value)).toEqual([
    copy.id,
    'gulou/amr',
    '审批 approver',
    caseId,
    '2026-08-03 09:00（北京时间）',
    '核对章程',
  ]);
  expect((await PDFDocument.load(await drawNotice(found!, font))).getPageCount()).toBe(1);
  const { items } = (await world.send('GET', '/materials/accesses')).body;
  expect(items).toMatchObject([{ id: copy.id, caseId, office: 'gulou/amr', reason: '核对章程' }]);
});

test('nobody but who asked for it is given its address, and he for a quarter of an hour', async () => {
  await using(pdfOf('articles'));
  const { copy } = await read();
  await stamp();
  const colleague = staffActor('approver', { department: 'amr' }, 'colleague');
  expect((await shown(copy.id, colleague)).status).toBe(404);
  expect((await shown(copy.id, company)).status).toBe(403);
  world.clock.now = new Date('2026-08-03T01:15:00Z');
  expect((await shown(copy.id)).status).toBe(200);
  world.clock.now = new Date('2026-08-03T01:15:01Z');
  expect((await shown(copy.id)).status).toBe(404);
});

test('told twice it is made once; what cannot be written upon is read as it is, and said to be', async () => {
  await using(pdfOf('articles'));
  const { copy } = await read();
  await stamp();
  const rows = world.deps.table;
  const before = JSON.stringify(await rows.get({ pk: `COPY#${copy.id}`, sk: 'REC' }));
  expect(await stamp()).toBe(0);
  expect(JSON.stringify(await rows.get({ pk: `COPY#${copy.id}`, sk: 'REC' }))).toBe(before);

  const first = [...world.files.kept.keys()].find((key) => key.startsWith('clean/'));
  world.files.send(first!, Buffer.from('%PDF-1.7 and nothing that a reader of pages finds'));
  const again = await read();
  await stamp();
  const { body } = await shown(again.copy.id);
  expect(body.status).toBe('unmarked');
  expect(body.url).toContain(first);
});

test('a picture has no page to write upon: its address is given at once', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.alloc(20),
    Buffer.from('IEND\xaeB`\x82', 'latin1'),
  ]);
  const { name, size, sha256 } = fileOf(bytes);
  await using(bytes, { name, size, sha256, mediaType: 'image/png' });
  expect(await read()).toEqual({ url: expect.stringContaining('clean/'), expiresAt: expect.any(String) });
});

test('a department that its owner has granted it reads a copy; a party that he has, the file', async () => {
  const id = await world.atHand(pdfOf('articles'));
  const grantTo = async (to: object) => {
    const body = { version: 1, to, why: '核对', until: '2026-08-31' };
    return (await world.send('POST', `/materials/${id}/grants`, { body })).body.id;
  };
  const readBy = async (grant: string, actor: typeof approver) =>
    (await world.send('POST', `/materials/${id}/grants/${grant}/read`, { actor, body: { reason: '核对' } })).body;
  const office = await readBy(await grantTo({ kind: 'office', district: 'gulou', department: 'amr' }), approver);
  expect(office).toEqual({ copy: { id: expect.any(String), status: 'making' } });
  const party = await readBy(await grantTo({ kind: 'party', partyId: 'p_delegate' }), applicantActor('delegate'));
  expect(party.url).toContain('clean/');
});

test('once the grant is taken back, a copy that was made by it is given to nobody any more', async () => {
  const id = await world.atHand(pdfOf('articles'));
  const to = { kind: 'office', district: 'gulou', department: 'amr' };
  const given = { version: 1, to, why: '核对', until: '2026-08-31' };
  const grant = (await world.send('POST', `/materials/${id}/grants`, { body: given })).body.id;
  const reading = { actor: approver, body: { reason: '核对' } };
  const { copy } = (await world.send('POST', `/materials/${id}/grants/${grant}/read`, reading)).body;
  await stamp();
  expect((await shown(copy.id)).status).toBe(200);
  await world.send('POST', `/materials/${id}/grants/${grant}/revoke`, { body: {} });
  expect((await shown(copy.id)).body.code).toBe('grant-over');
});
