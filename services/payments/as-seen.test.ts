import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { namedCompany, openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { account, refunding } from '../../test/support/refunds.ts';
import { routes } from './api.ts';

const urban = { district: 'gulou', department: 'urban' };
const clerk = staffActor('approver', urban, 'the clerk');
const head = staffActor('head', urban, 'the head');
const other = staffActor('head', urban, 'another head');
const dueAt = '2026-08-20T16:00:00.000Z';
const basis = '榕政〔2026〕8号';
const linesOf = (quantity: number) => [{ code: 'road-repair', quantity }];

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
});

test('whatever one person decides of what another has done, he names the version that he has read', () => {
  const decisions = /\}\/(approve|reject|seal|send-back|verify|refuse|pay-back|return|pay-out|redirect)(-relief)?$/;
  const unseen = routes.filter(({ path, needsVersion }) => decisions.test(path) && !needsVersion);
  expect(unseen.map(({ path }) => path)).toEqual([]);
});

test('who approves an account approves the one that he has read, and not another that has come in its place', async () => {
  const back = refunding(world);
  const billId = await world.assess();
  await back.paid(billId);
  const [id = ''] = await back.proposed(billId, 30_000, { code: 'road-repair', amountFen: 100 });
  await back.stuck(id);
  await back.redirected(id);
  const { headers, body } = await world.send('GET', `/payments/refunds/${id}`, { actor: world.checker });
  expect([headers?.['ETag'], body.account]).toEqual([`"${body.version}"`, account]);
  // He is slow: meanwhile that account was rejected, and another is named.
  await back.act(id, 'reject', [world.checker, { reason: '户名不符' }]);
  await back.act(id, 'redirect', [world.finance, { ...account, number: '9999999999999' }]);
  const act = (name: string, version: number, sent: object = {}) =>
    world.send('POST', `/payments/refunds/${id}/${name}`, { actor: world.checker, body: sent, version });
  const answers = [act('approve', body.version), act('reject', body.version, { reason: '迟' }), act('approve', 0)];
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([412, 412, 428]);
  expect((await act('approve', body.version + 2)).body).toMatchObject({ status: 'paying-out' });
});

test('a stale or unnamed version decides nothing: of a list, a slip, a segment, a counted till', async () => {
  const list = await world.propose();
  const { paymentCode } = (await world.send('GET', `/payments/bills/${await world.assess()}`)).body;
  const paid = { paymentCode, amountFen: 30_000, paidAt: '2026-08-01T01:00:00.000Z', bank: '示例银行', slip: 'B-1' };
  const slip = await world.send('POST', '/payments/paid-elsewhere', { body: paid, actor: world.finance });
  const cashier = staffActor('cashier', { district: 'fuzhou' }, 'the cashier');
  const shift = await world.send('POST', '/payments/shifts', {
    body: { hall: 'h', window: '1', floatFen: 100 },
    actor: cashier,
  });
  await world.send('POST', `/payments/shifts/${shift.body.id}/count`, { body: { cashFen: 100 }, actor: cashier });
  const segment = await receipting(world).propose(1, 10);
  const decide = async (path: string, body: object = {}) => {
    const send = (version: number) => world.send('POST', path, { actor: world.checker, body, version });
    return [(await send(9)).body.code, (await send(0)).status];
  };
  for (const answer of [
    await decide(`/payments/charge-list/${list}/approve`),
    await decide(`/payments/paid-elsewhere/${slip.body.id}/approve`),
    await decide(`/payments/paid-elsewhere/${slip.body.id}/reject`),
    await decide(`/payments/receipt-segments/${segment}/approve`),
    await decide(`/payments/receipt-segments/${segment}/reject`),
    await decide(`/payments/shifts/${shift.body.id}/seal`, { cashFen: 100, bag: 'B' }),
    await decide(`/payments/shifts/${shift.body.id}/send-back`, { cashFen: 99 }),
  ])
    expect(answer).toEqual(['version-stale', 428]);
});

test('who approves a charge list has read it, and sees whether it can still be approved', async () => {
  const [first, second] = [await world.propose(), await world.propose()];
  const read = (id: string) => world.send('GET', `/payments/charge-list/${id}`, { actor: world.checker });
  const { headers, body } = await read(first);
  expect([headers?.['ETag'], body]).toMatchObject(['"1"', { status: 'proposed', actions: ['approve'] }]);
  expect(body.charges.length).toBeGreaterThan(0);
  await world.send('POST', `/payments/charge-list/${first}/approve`, { actor: world.checker, body: {} });
  expect((await read(first)).body).toMatchObject({ status: 'approved', version: 2, actions: [] });
  expect((await read(second)).body).toMatchObject({ status: 'proposed', actions: [] });
});

test('who revises or cancels a bill, or decides a relief, names what he has read: nobody undoes unseen what another has done', async () => {
  const body = { payer: namedCompany, reference: '2026-0017', lines: linesOf(12.5), dueAt };
  const { id } = (await world.send('POST', '/payments/bills', { body, actor: clerk })).body;
  const act = (name: string, [actor, sent]: [Actor, object], version: number) =>
    world.send('POST', `/payments/bills/${id}/${name}`, { body: sent, actor, version });

  await act('revise', [clerk, { lines: linesOf(2), dueAt }], 1);
  expect((await act('revise', [head, { lines: linesOf(1), dueAt }], 1)).body.code).toBe('version-stale');
  await act('reliefs', [clerk, { kind: 'defer', basis, dueAt: '2026-12-31T16:00:00.000Z' }], 2);
  expect((await act('reject-relief', [other, {}], 3)).status).toBe(200);
  await act('reliefs', [clerk, { kind: 'waive', basis }], 4);
  for (const name of ['approve-relief', 'reject-relief', 'cancel']) {
    expect([(await act(name, [head, {}], 3)).status, (await act(name, [head, {}], 0)).status]).toEqual([412, 428]);
  }
  expect((await world.send('GET', `/payments/bills/${id}`)).body).toMatchObject({ status: 'due', amountFen: 60_000 });
});
