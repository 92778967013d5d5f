import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { openPayments } from '../../test/support/payments.ts';
import { bankHeader } from './statements/bank-statement.ts';
import { fakeStatementFiles } from './statement-files.fake.ts';

const id = 'bank.treasury.2026-08-02';
const path = `/payments/reconciliations/${id}`;
const type = 'payments.reconciliation-changed.v1';
const csv = (amount: string) =>
  Buffer.from(`${bankHeader}\r\n2026-08-02,09:00:00,B1,贷,${amount},CNY,1,财付通,20260801\r\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let world: ReturnType<typeof openPayments>;
let files: ReturnType<typeof fakeStatementFiles>;
beforeEach(async () => {
  files = fakeStatementFiles();
  world = openPayments({ change: (deps) => ({ ...deps, statementFiles: async () => files }) });
  await world.openCharges();
});

const read = async (at = path) => (await world.send('GET', at, { actor: world.finance })).body;
const declare = async (bytes: Uint8Array, of = path) =>
  world.send('POST', `${of}/statement`, { actor: world.finance, body: { sha256: sha256(bytes), bytes: bytes.length } });
const confirm = (uploadId: string, bytes: Uint8Array, key = randomUUID()) =>
  world.send('POST', `${path}/statement/confirm`, {
    actor: world.finance,
    key,
    body: { uploadId, sha256: sha256(bytes) },
  });

const list = async (query: Record<string, string>) =>
  (await world.send('GET', '/payments/reconciliations', { actor: world.checker, query })).body;
const ids = ({ items }: { items: { id: string }[] }) => items.map((one) => one.id);

/** Declared, sent to the address, and confirmed. */
async function sendIn(bytes: Uint8Array, sent = bytes) {
  const { uploadId } = (await declare(bytes)).body;
  files.send(`uploads/${id}/${uploadId}`, sent);
  return confirm(uploadId, bytes);
}

test('finance sends a statement in: it is received as it came, by whom, and a run hears of it', async () => {
  const declared = await declare(csv('1.00'));
  expect([declared.status, declared.body.upload.method]).toEqual([201, 'PUT']);
  expect(await read()).toMatchObject({ status: 'awaited', revision: 0, progress: { done: 0, of: 1 }, earlier: [] });
  files.send(`uploads/${id}/${declared.body.uploadId}`, csv('1.00'));
  const taken = await confirm(declared.body.uploadId, csv('1.00'));
  expect([taken.status, taken.body]).toEqual([
    200,
    { id, status: 'received', version: 2, revision: 1, actions: ['send-statement'] },
  ]);
  const file = {
    revision: 1,
    source: 'upload',
    by: world.finance.sub,
    bytes: csv('1.00').length,
    sha256: sha256(csv('1.00')),
  };
  expect((await read()).file).toMatchObject(file);
  expect((await read()).file).not.toHaveProperty('key');
  expect(world.facts(type).map(({ data }) => data)).toMatchObject([
    { reconciliationId: id, state: 'received', revision: 1 },
  ]);
});

test('the same bytes again change nothing; others are the next revision, and both can be read', async () => {
  await sendIn(csv('1.00'));
  const again = await sendIn(csv('1.00'));
  expect(again.body).toMatchObject({ version: 2, revision: 1 });
  expect((await sendIn(csv('2.00'))).body).toMatchObject({ version: 3, revision: 2 });
  const found = await read();
  expect([found.file.revision, found.earlier.map(({ revision }: { revision: number }) => revision)]).toEqual([2, [1]]);
  expect(world.facts(type)).toHaveLength(2);
  const addresses = await Promise.all([1, 2].map((n) => read(`${path}/files/${n}`)));
  expect(addresses.map(({ sha256 }) => sha256)).toEqual([csv('1.00'), csv('2.00')].map(sha256));
  const lying = await Promise.all(addresses.map(({ url }) => files.lying(new URL(url).pathname.slice(1))));
  expect(lying.map((one) => one?.sha256)).toEqual(addresses.map(({ sha256 }) => sha256));
  expect((await world.send('GET', `${path}/files/3`, { actor: world.finance })).status).toBe(404);
});

test('what has not arrived, or is another file than is confirmed, is not taken in', async () => {
  const { uploadId } = (await declare(csv('1.00'))).body;
  expect((await confirm(uploadId, csv('1.00'))).body.code).toBe('statement-not-sent');
  files.send(`uploads/${id}/${uploadId}`, csv('9.99'));
  expect((await confirm(uploadId, csv('1.00'))).body.code).toBe('statement-differs');
  expect(await read()).toMatchObject({ status: 'awaited', revision: 0 });
  files.send(`uploads/${id}/${uploadId}`, csv('1.00'));
  expect((await confirm(uploadId, csv('1.00'))).status).toBe(200);
});

test('a confirmation that is repeated with its key is answered as the first, whatever has come since', async () => {
  const { uploadId } = (await declare(csv('1.00'))).body;
  files.send(`uploads/${id}/${uploadId}`, csv('1.00'));
  const key = randomUUID();
  const first = await confirm(uploadId, csv('1.00'), key);
  await sendIn(csv('2.00'));
  const second = await confirm(uploadId, csv('1.00'), key);
  expect([second.body, second.headers?.['Idempotent-Replayed']]).toEqual([first.body, 'true']);
  expect(await read()).toMatchObject({ revision: 2 });
});

test.each([
  'bank.treasury.2026-08-03',
  'bank.treasury.2026-02-30',
  'bank.nobody.2026-08-02',
  'wechat.treasury.2026-08-02',
  'sandbox.treasury.2026-08-02',
])('nobody owes a statement %s: the day is not over, or there is no such channel or account', async (other) => {
  expect((await declare(csv('1.00'), `/payments/reconciliations/${other}`)).status).toBe(404);
  expect((await world.send('GET', `/payments/reconciliations/${other}`, { actor: world.finance })).status).toBe(404);
});

test('the statements of a day are listed by channel, page by page; without a day those of yesterday', async () => {
  await sendIn(csv('1.00'));
  await declare(csv('1.00'), '/payments/reconciliations/bank.fiscal.2026-08-02');
  await declare(csv('1.00'), '/payments/reconciliations/bank.fiscal.2026-08-01');
  expect(ids(await list({}))).toEqual(['bank.fiscal.2026-08-02', id]);
  const first = await list({ date: '2026-08-02', limit: '1' });
  const second = await list({ date: '2026-08-02', limit: '1', cursor: first.nextCursor });
  const third = await list({ date: '2026-08-02', limit: '1', cursor: second.nextCursor });
  expect([first, second, third].map(ids)).toEqual([['bank.fiscal.2026-08-02'], [id], []]);
  expect(third.nextCursor).toBeNull();
  expect(ids(await list({ date: '2026-08-01', channel: 'bank' }))).toEqual(['bank.fiscal.2026-08-01']);
  expect(ids(await list({ date: '2026-08-02', channel: 'wechat' }))).toEqual([]);
});

test('a checker reads statements and sends none; a cashier does neither', async () => {
  const cashier = staffActor('cashier', { district: 'fuzhou' });
  const body = { sha256: sha256(csv('1.00')), bytes: 1 };
  const sent = await world.send('POST', `${path}/statement`, { actor: world.checker, body });
  expect([sent.status, (await world.send('GET', path, { actor: cashier })).status]).toEqual([403, 403]);
});
