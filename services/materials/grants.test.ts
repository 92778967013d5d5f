import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { sha256 } from '#shared/cause';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { company, openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';

const delegate = applicantActor('delegate');
const stranger = applicantActor('stranger');
const approver = staffActor('approver', { department: 'amr' });
const office = { kind: 'office', district: 'gulou', department: 'amr' };
const party = { kind: 'party', partyId: 'p_delegate' };

let world: ReturnType<typeof openLibrary>;
let id: string;
beforeEach(async () => {
  world = openLibrary();
  id = await world.atHand(pdfOf('articles'));
});

const give = (rest: object = {}, actor: Actor = company) =>
  world.send('POST', `/materials/${id}/grants`, {
    actor,
    body: { version: 1, to: party, why: '办理变更登记', until: '2026-08-31', ...rest },
  });
const read = (grant: string, actor = delegate, reason = '核对章程') =>
  world.send('POST', `/materials/${id}/grants/${grant}/read`, { actor, body: { reason } });
const revoke = (grant: string, actor: Actor = company) =>
  world.send('POST', `/materials/${id}/grants/${grant}/revoke`, { actor, body: {} });
const codeOf = ({ status, body }: { status: number; body: { code?: string; status?: string } }) =>
  `${status} ${body.code ?? body.status ?? ''}`.trim();
const granted = async (actor: Actor) => (await world.send('GET', '/materials/granted', { actor })).body.items;
const accesses = async () => (await world.send('GET', '/materials/accesses')).body.items;

test('whoever the owner grants a document reads it for a reason, and the owner reads that he did; nobody else does', async () => {
  const made = await give();
  expect(codeOf(made)).toBe('201 active');
  const grant = made.body.id;
  expect((await read(grant)).body.url).toContain(`clean/${id}/1`);
  for (const one of [stranger, approver]) expect(codeOf(await read(grant, one))).toBe('404 not-found');
  expect(codeOf(await read(grant, delegate, ' '))).toBe('400 invalid-input');
  expect(await accesses()).toMatchObject([{ office: 'party', grantId: grant, reason: '核对章程', type: 'articles' }]);
  expect(await granted(delegate)).toMatchObject([
    { id: grant, why: '办理变更登记', status: 'active', actions: ['read'] },
  ]);
  expect(await granted(stranger)).toEqual([]);
});

test('a department reads by its posts of today, in its own set', async () => {
  const grant = (await give({ to: office })).body.id;
  expect((await read(grant, approver)).status).toBe(200);
  const others = [
    staffActor('approver', { department: 'health' }),
    staffActor('approver', { department: 'amr', district: 'jinan' }),
    staffActor('head', { department: 'amr', until: '2026-08-03T00:00:00Z' }),
    staffActor('window'),
    delegate,
  ];
  for (const one of others) expect((await read(grant, one)).status).toBeOneOf([403, 404]);
  expect(await accesses()).toMatchObject([{ office: 'gulou/amr', grantId: grant }]);
  expect(await granted(approver)).toMatchObject([{ id: grant, to: office }]);
  const two: Actor = { ...approver, posts: [...staffActor('head', { department: 'health' }).posts, ...approver.posts] };
  expect(await granted(two)).toEqual([]);
  const as = await world.send('GET', '/materials/granted', { actor: two, query: { as: 'gulou/amr' } });
  expect(as.body.items).toHaveLength(1);
  expect((await world.send('GET', '/materials/granted', { actor: two, query: { as: 'jinan/amr' } })).status).toBe(404);
});

test('a grant that is revoked, or whose last day is over, is read by nobody', async () => {
  const grant = (await give()).body.id;
  expect(codeOf(await revoke(grant, delegate))).toBe('404 not-found');
  expect(codeOf(await revoke(grant))).toBe('200 revoked');
  expect(codeOf(await revoke(grant))).toBe('409 grant-over');
  expect(codeOf(await read(grant))).toBe('409 grant-over');
  expect(await granted(delegate)).toEqual([]);

  const short = (await give({ until: '2026-08-03' })).body.id;
  world.clock.now = new Date('2026-08-03T15:59:59Z');
  expect((await read(short)).status).toBe(200);
  world.clock.now = new Date('2026-08-03T16:00:00Z');
  expect(codeOf(await read(short))).toBe('409 grant-over');
  expect(codeOf(await revoke(short))).toBe('409 grant-over');
  expect(await granted(delegate)).toEqual([]);
  const { items } = (await world.send('GET', `/materials/${id}/grants`)).body;
  expect(items).toMatchObject([
    { id: expect.any(String), status: expect.stringMatching(/^(ended|revoked)$/), actions: [] },
    { actions: [] },
  ]);
  expect(items.map(({ status }: { status: string }) => status).toSorted()).toEqual(['ended', 'revoked']);
});

test('it is one version that is granted, and none that its owner has withdrawn since', async () => {
  const grant = (await give()).body.id;
  const next = { name: 'b.pdf', mediaType: 'application/pdf', size: 10, sha256: 'c'.repeat(64) };
  await world.send('POST', `/materials/${id}/versions`, { body: next });
  expect(codeOf(await give({ version: 2 }))).toBe('409 file-not-at-hand');
  expect((await read(grant)).body.url).toContain(`clean/${id}/1`);
  await world.send('POST', `/materials/${id}/versions/1/withdraw`, { body: {} });
  expect(codeOf(await read(grant))).toBe('409 file-not-at-hand');
});

test.each([
  ['a version that there is not', { version: 7 }, '404 not-found'],
  ['a day that is over', { until: '2026-08-02' }, '400 invalid-input'],
  ['longer than a year', { until: '2027-08-05' }, '400 invalid-input'],
  ['nobody', { to: { kind: 'party' } }, '400 invalid-input'],
  ['no purpose', { why: '' }, '400 invalid-input'],
])('nothing is granted of or to %s', async (_, body, expected) => {
  expect(codeOf(await give(body))).toBe(expected);
});

test('each act on a grant is an entry of its timeline, chained to the one before, and a fact of ids alone', async () => {
  const grant = (await give({ to: office })).body.id;
  expect(codeOf(await revoke(grant))).toBe('200 revoked');
  const partition = `GRANT#${grant}`;
  const { rows: entries } = await world.deps.table.query({ partition, prefix: 'T#' });
  const record = await world.deps.table.get({ pk: partition, sk: 'REC' });
  expect(entries).toMatchObject([
    { sk: 'T#000001', act: 'give', actor: 'company', prevHash: '' },
    { sk: 'T#000002', act: 'revoke', actor: 'company' },
  ]);
  // The hash of an entry is of what it says and of the hash before it: none can be changed or left out.
  const hashed = entries.map(({ pk, sk, schema, prevHash, ...said }) =>
    sha256(`${String(prevHash)}${JSON.stringify(said)}`),
  );
  expect([entries[1]!['prevHash'], record?.['timelineHash']]).toEqual(hashed);
  const told = world.facts('materials.grant-changed.v1').toSorted((a, b) => a.sequence - b.sequence);
  expect(told.map(({ data }) => [data['state'], data['grantee']])).toEqual([
    ['active', 'gulou/amr'],
    ['revoked', 'gulou/amr'],
  ]);
  expect(JSON.stringify(told)).not.toContain('办理变更登记');
});

test('nobody grants another’s document', async () => {
  expect(codeOf(await give({}, stranger))).toBe('404 not-found');
});
