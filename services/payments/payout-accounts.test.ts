import { beforeEach, expect, test } from 'vitest';
import { openPayments } from '../../test/support/payments.ts';
import { remitting, waterAccount } from '../../test/support/remitting.ts';

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

const [first, second] = [waterAccount.number, '6222021402009876543'] as const;
const path = '/payments/payout-accounts';
const propose = (number: string = first, actor = world.finance) =>
  world.send('POST', path, { actor, body: { ...waterAccount, number } });
const act = (to: string, body: object, { actor = world.checker, version = 1 } = {}) =>
  world.send('POST', `${path}/${to}`, { actor, body, version });
const list = async (status: string) =>
  (await world.send('GET', path, { actor: world.checker, query: { status } })).body.items;
const csv = async (id: string) =>
  (await world.send('GET', `/payments/settlements/${id}/csv`, { actor: world.finance })).body;

test('an account that one person proposes is in force once another has typed its number again', async () => {
  const { status, body } = await propose();
  expect([status, body]).toMatchObject([201, { status: 'proposed', payee: 'water', number: '***************4567' }]);
  const wrong = await act(`${body.id}/approve`, { number: second });
  expect([wrong.status, wrong.body.code]).toEqual([409, 'account-number-differs']);
  expect(await list('in-force')).toEqual([]);
  expect((await act(`${body.id}/approve`, { number: first })).body).toMatchObject({ status: 'in-force', version: 2 });
  expect(await list('in-force')).toMatchObject([{ id: body.id, decidedBy: world.checker.sub, actions: [] }]);
  expect((await act(`${body.id}/approve`, { number: first }, { version: 2 })).body.code).toBe('payout-account-moved');
});

test('who has proposed it cannot approve or reject it, nor can who has read another version', async () => {
  const both = { ...world.finance, posts: [...world.finance.posts, ...world.checker.posts] };
  const { id } = (await propose()).body;
  expect((await act(`${id}/approve`, { number: first }, { actor: both })).body.code).toBe('own-payout-account');
  expect((await act(`${id}/reject`, { reason: '账号有误' }, { actor: both })).body.code).toBe('own-payout-account');
  expect((await act(`${id}/approve`, { number: first }, { version: 2 })).body.code).toBe('version-stale');
  expect((await act(`${id}/reject`, { reason: '账号有误' })).body).toMatchObject({
    status: 'rejected',
    rejection: '账号有误',
  });
  expect(await list('in-force')).toEqual([]);
});

test('another account takes the place of the one in force; what was proposed upon that must be proposed anew', async () => {
  await remitting(world).account('in-force');
  const [next, late] = [(await propose(second)).body.id, (await propose(first)).body.id];
  expect((await act(`${next}/approve`, { number: second })).status).toBe(200);
  expect((await act(`${late}/approve`, { number: first })).body.code).toBe('payout-account-moved');
  expect(await list('in-force')).toMatchObject([{ id: next, number: '***************6543' }]);
  expect(await list('superseded')).toHaveLength(1);
});

test('a payee that is not on the list has no account', async () => {
  const reply = await world.send('POST', path, { actor: world.finance, body: { ...waterAccount, payee: 'gas' } });
  expect([reply.status, reply.body.errors[0]]).toMatchObject([400, { pointer: '/payee', code: 'unknown-payee' }]);
});

test('a file that was approved keeps its account, and no reply, fact, timeline or mark has a number whole', async () => {
  const list2 = remitting(world);
  const id = await list2.settlement('approved');
  const before = await csv(id);
  expect(before).toContain(first);
  await list2.account('in-force', second);
  expect(await csv(id)).toBe(before);
  const shown = await world.send('GET', `/payments/settlements/${id}`, { actor: world.finance });
  expect(shown.body.payTo).toEqual({ name: waterAccount.name, bank: waterAccount.bank, number: '***************4567' });
  const rows = world.base.table.rows().filter((row) => JSON.stringify(row).includes(first));
  expect(rows.map(({ pk, sk }) => [String(pk).split('#')[0], sk])).toEqual([['PAYOUT-ACCOUNT', 'REC']]);
});
