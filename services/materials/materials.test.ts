import { beforeEach, expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import { fileOf, openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const pdf = pdfOf('the articles of a company');
const agent = applicantActor('agent', { orgs: ['p_company'] });

let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});

test('a declared file is sent to the bucket, checked, and at hand', async () => {
  const { id, status, upload } = await world.declare(pdf);
  expect([status, upload.method]).toEqual(['awaiting-upload', 'PUT']);

  await world.receive(id, 1, pdf);
  expect(await world.stateOf(id)).toMatchObject({ status: 'available', actions: ['withdraw', 'erase'] });
  expect([...world.files.kept.keys()]).toEqual([`clean/${id}/1`]);
  const read = await world.send('POST', `/materials/${id}/versions/1/read`, { body: {} });
  expect(read.body.url).toContain(`clean/${id}/1`);
});

test.each<[string, Uint8Array, object]>([
  ['wrong-size', Buffer.concat([pdf, pdf]), {}],
  ['wrong-hash', Buffer.from(pdf.toString().replace('company', 'COMPANY')), {}],
])('a file that is not the declared one is refused as %s, and is gone', async (why, bytes) => {
  const { id } = await world.declare(pdf);
  await world.receive(id, 1, bytes);
  expect(await world.stateOf(id)).toMatchObject({ status: 'refused', refusedFor: why, actions: ['erase'] });
  expect(world.files.kept.size).toBe(0);
});

test('what the owner has had checked before is at hand at once, under another kind too; another owner must send it', async () => {
  const { id } = await world.declare(pdf);
  await world.receive(id, 1, pdf);
  const again = await world.declare(pdf, { type: 'shareholder-agreement' });
  expect([again.status, again.upload]).toEqual(['available', undefined]);

  const other = { body: { type: 'articles', ...fileOf(pdf) }, actor: applicantActor('stranger') };
  expect((await world.send('POST', '/materials', other)).body.status).toBe('awaiting-upload');
});

test.each([{ mediaType: 'image/jpeg' }, { size: 9 }])(
  'what the owner has had checked is at hand as what it was found to be alone: said to be %j, it is sent and checked again',
  async (lie) => {
    await world.atHand(pdf);
    const { id, status } = await world.declare(pdf, lie);
    expect(status).toBe('awaiting-upload');
    await world.receive(id, 1, pdf);
    expect(await world.stateOf(id)).toMatchObject({ status: 'refused' });
    expect((await world.declare(pdf)).status).toBe('available');
  },
);

test('the same file sent twice at once is kept once; told of twice, it is checked once', async () => {
  const [one, two] = [await world.declare(pdf), await world.declare(pdf)];
  await Promise.all([world.receive(one.id, 1, pdf), world.receive(two.id, 1, pdf)]);
  await world.receive(one.id, 1, pdf);

  expect((await world.stateOf(one.id)).status).toBe('available');
  expect((await world.stateOf(two.id)).status).toBe('available');
  expect([...world.files.kept.keys()].length).toBe(1);
  // An address that was used takes nothing more.
  expect([...world.files.emptied].toSorted()).toEqual([one.id, two.id].map((id) => `quarantine/${id}/1`).toSorted());
});

test('told of twice at the same moment, a file that passes stays where it was put', async () => {
  const { id } = await world.declare(pdf);
  await Promise.allSettled([world.receive(id, 1, pdf), world.receive(id, 1, pdf)]);
  expect((await world.stateOf(id)).status).toBe('available');
  expect([...world.files.kept.keys()]).toContain(`clean/${id}/1`);
});

test('a notice that comes when the declaration is forgotten leaves nothing behind', async () => {
  const { id } = await world.declare(pdf);
  world.clock.now = new Date('2026-08-04T01:00:01Z');
  expect(await passTimeHourly(world.deps)()).toEqual({ MaterialsPassedByTime: 1 });
  expect((await world.send('GET', `/materials/${id}`)).status).toBe(404);

  await world.receive(id, 1, pdf);
  expect(world.files.kept.size).toBe(0);
});

test('a new version stands beside the one before, which stays readable', async () => {
  const { id } = await world.declare(pdf);
  const next = pdfOf('the articles, amended');
  const body = fileOf(next);
  expect((await world.send('POST', `/materials/${id}/versions`, { body })).status).toBe(409);
  await world.receive(id, 1, pdf);
  expect((await world.send('POST', `/materials/${id}/versions`, { body })).body).toMatchObject({ n: 2 });
  await world.receive(id, 2, next);

  expect((await world.stateOf(id, 1)).status).toBe('available');
  expect((await world.send('POST', `/materials/${id}/versions/1/read`, { body: {} })).status).toBe(200);
});

test('somebody else learns nothing of it; who acts for the company has it as his own', async () => {
  const { id } = await world.declare(pdf);
  expect((await world.send('GET', `/materials/${id}`, { actor: applicantActor('stranger') })).status).toBe(404);
  expect((await world.send('GET', `/materials/${id}`, { actor: agent })).status).toBe(200);
  expect((await world.send('GET', '/materials', { actor: agent })).body.items).toEqual([]);
  const foreign = { body: { type: 'articles', partyId: 'p_other', ...fileOf(pdf) } };
  expect((await world.send('POST', '/materials', foreign)).body.code).toBe('party-not-yours');
});

test.each<[string, object, string]>([
  ['a path for a name', { name: '../x.pdf' }, '/name'],
  ['an end before its beginning', { validFrom: '2026-08-02', validUntil: '2026-08-01' }, '/validUntil'],
  ['a program', { mediaType: 'application/x-msdownload' }, '/mediaType'],
  ['a hash of another kind', { sha256: 'abc' }, '/sha256'],
  ['a size of nothing', { size: 0 }, '/size'],
])('%s is a fault by its pointer', async (_, more, pointer) => {
  const body = { type: 'articles', ...fileOf(pdf), ...more };
  const reply = await world.send('POST', '/materials', { body });
  expect([reply.status, reply.body.errors?.map((one: { pointer: string }) => one.pointer)]).toEqual([400, [pointer]]);
});
