import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { company, namedCompany, openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

const urban = { district: 'gulou', department: 'urban' };
const clerk = staffActor('approver', urban, 'the clerk');
const head = staffActor('head', urban, 'the head');
const elsewhere = staffActor('head', { district: 'taijiang', department: 'urban' }, 'a head of Taijiang');

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
});
const dueAt = '2026-08-20T16:00:00.000Z';
const lines = [{ code: 'road-repair', quantity: 12.5 }];
const asked = { payer: namedCompany, reference: '2026-0017', lines, dueAt };
const raise = (change: object = {}, actor: Actor = clerk) =>
  world.send('POST', '/payments/bills', { body: { ...asked, ...change }, actor });
const act = async (id: string, name: string, [actor, body = {}]: [Actor, object?]) =>
  world.send('POST', `/payments/bills/${id}/${name}`, { body, actor, version: await versionOf(id) });
const versionOf = async (id: string) => (await world.deps.bills.load(id))?.bill.version ?? 0;
const seen = async (id: string) => (await world.send('GET', `/payments/bills/${id}`)).body;
const listed = async (actor: Actor, query: Record<string, string> = {}) =>
  (await world.send('GET', '/payments/department/bills', { actor, query })).body;

test('a department of a district asks what the list says; the payer finds the bill among his own and pays it', async () => {
  const { status, body } = await raise();
  expect([status, body]).toMatchObject([201, { status: 'due', amountFen: 375_000, reference: '2026-0017' }]);
  const open = await world.send('GET', '/payments/bills', { query: { open: 'true' } });
  expect(open.body.items).toMatchObject([{ id: body.id, amountFen: 375_000, actions: ['pay'], district: 'gulou' }]);
  await refunding(world).paid(body.id);
  expect(await seen(body.id)).toMatchObject({ status: 'paid' });
  expect(await listed(clerk)).toMatchObject({ items: [{ id: body.id, status: 'paid', actions: [] }] });
});

test('asked again under its reference it is the same bill with the same answer; something else under it is refused', async () => {
  const first = await raise();
  await act(first.body.id, 'cancel', [head]);
  const again = await raise();
  expect([again.status, again.body]).toEqual([201, first.body]);
  const other = await raise({ lines: [{ code: 'road-repair', quantity: 1 }] });
  expect([other.status, other.body.code]).toEqual([422, 'reference-reused']);
  // The reference is the department's own: another office may use the same.
  expect((await raise({}, elsewhere)).body.id).not.toBe(first.body.id);
  expect((await listed(clerk)).items).toHaveLength(1);
});

test('what is not on the list, or another department’s to charge, is named by its line', async () => {
  const lines = [
    { code: 'nothing', quantity: 1 },
    { code: 'exam', quantity: 1 },
    { code: 'road-repair', quantity: 1 },
  ];
  const { status, body } = await raise({ lines });
  expect(status).toBe(400);
  expect(body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code])).toEqual([
    ['/lines/0/code', 'off-list'],
    ['/lines/1/code', 'not-your-charge'],
  ]);
});

test('who has several posts says of which he asks, and none may speak for a department that is not his', async () => {
  const both: Actor = {
    ...clerk,
    posts: [...clerk.posts, ...elsewhere.posts.map((one) => ({ ...one, role: 'approver' as const }))],
  };
  expect((await raise({}, both)).body.code).toBe('not-your-department');
  const { body } = await raise({ district: 'taijiang' }, both);
  expect((await raise({ district: 'cangshan' }, clerk)).status).toBe(403);
  expect((await act(body.id, 'cancel', [head])).status).toBe(404);
  expect((await world.send('GET', `/payments/department/bills/${body.id}`, { actor: elsewhere })).body).toMatchObject({
    department: 'urban',
    district: 'taijiang',
    payer: company.partyId,
  });
  const ended: Actor = { ...head, posts: [{ role: 'head', ...urban, until: '2026-08-03T01:00:00Z' }] };
  expect((await raise({}, ended)).status).toBe(403);
});

test('a bill is revised and cancelled while it is not paid; of a case it is not the department’s to change', async () => {
  const { id } = (await raise()).body;
  const lines = [{ code: 'road-repair', quantity: 2 }];
  const revised = await act(id, 'revise', [clerk, { lines, dueAt }]);
  expect(revised.body).toMatchObject({
    revision: 2,
    amountFen: 60_000,
    actions: ['revise', 'cancel', 'propose-relief'],
  });
  expect((await act(id, 'cancel', [clerk])).body).toMatchObject({ status: 'cancelled', actions: [] });
  expect((await act(id, 'revise', [clerk, { lines, dueAt }])).body.code).toBe('bill-moved');
  expect((await act(await world.assess(), 'cancel', [head])).status).toBe(404);
});

test('while an order holds a bill, another revision waits, and a relief is not to be had', async () => {
  const { id } = (await raise()).body;
  await act(id, 'reliefs', [clerk, { kind: 'waive', basis: '闽财综〔2026〕1号' }]);
  await world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'sandbox' } });
  expect((await act(id, 'approve-relief', [head])).body.code).toBe('bill-moved');
  const lines = [{ code: 'road-repair', quantity: 2 }];
  expect((await act(id, 'revise', [clerk, { lines, dueAt }])).body).toMatchObject({
    status: 'paying',
    amountFen: 375_000,
  });
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
  await world.tick();
  await world.settle();
  expect(await seen(id)).toMatchObject({ status: 'due', amountFen: 60_000 });
});

test('a bill is reduced, by the list or on a basis, deferred and waived by two people, and by one alone never', async () => {
  const { id } = (await raise()).body;
  const basis = '榕政〔2026〕8号';
  const lines = [{ code: 'road-repair', amountFen: 300_000 }];
  const proposed = await act(id, 'reliefs', [head, { kind: 'reduce', basis, lines }]);
  expect(proposed.body).toMatchObject({
    amountFen: 375_000,
    relief: { kind: 'reduce', basis, lines, proposedBy: 'the head' },
  });
  expect((await act(id, 'reliefs', [clerk, { kind: 'waive', basis }])).body.code).toBe('bill-moved');
  expect((await act(id, 'approve-relief', [{ ...head, sub: 'another account' }])).body.code).toBe('own-relief');
  expect((await act(id, 'reject-relief', [head])).status).toBe(403);
  const other = staffActor('head', urban, 'another head');
  expect((await act(id, 'approve-relief', [other])).body).toMatchObject({
    amountFen: 300_000,
    revision: 2,
    status: 'due',
  });
  await act(id, 'reliefs', [clerk, { kind: 'defer', basis, dueAt: '2026-12-31T16:00:00.000Z' }]);
  expect((await act(id, 'approve-relief', [head])).body).toMatchObject({
    status: 'deferred',
    dueAt: '2026-12-31T16:00:00.000Z',
  });
  await act(id, 'reliefs', [clerk, { kind: 'waive', basis }]);
  expect((await act(id, 'reject-relief', [head])).body).toMatchObject({ status: 'deferred', amountFen: 300_000 });
  await act(id, 'reliefs', [clerk, { kind: 'waive', basis }]);
  expect((await act(id, 'approve-relief', [head])).body).toMatchObject({ status: 'waived', actions: [] });
});

test('what is deferred can be paid before it is due, and stays deferred where an order runs out', async () => {
  const { id } = (await raise()).body;
  await act(id, 'reliefs', [clerk, { kind: 'defer', basis: '榕政〔2026〕8号', dueAt: '2026-12-31T16:00:00.000Z' }]);
  await act(id, 'approve-relief', [head]);
  await world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'sandbox' } });
  expect(await seen(id)).toMatchObject({ status: 'paying' });
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
  await world.tick();
  await world.settle();
  expect(await seen(id)).toMatchObject({ status: 'deferred', actions: ['pay'] });
  await refunding(world).paid(id);
  expect(await seen(id)).toMatchObject({ status: 'paid' });
});

test('what is reduced to nothing is paid at once, and no order takes it', async () => {
  const { id } = (await raise()).body;
  const lines = [{ code: 'road-repair', amountFen: 0 }];
  await act(id, 'reliefs', [clerk, { kind: 'reduce', basis: '榕政〔2026〕8号', lines }]);
  expect((await act(id, 'approve-relief', [head])).body).toMatchObject({ status: 'paid', amountFen: 0 });
  const order = await world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'sandbox' } });
  expect(order.body.code).toBe('bill-not-payable');
});

test('the faults of a relief are named by their lines', async () => {
  const { id } = (await raise()).body;
  const lines = [
    { code: 'exam', amountFen: 1 },
    { code: 'road-repair', relief: 'small-enterprise' },
    { code: 'road-repair', amountFen: 375_000 },
  ];
  const { body } = await act(id, 'reliefs', [clerk, { kind: 'reduce', basis: '榕政〔2026〕8号', lines }]);
  const told = body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code]);
  expect(told).toEqual([
    ['/lines/0/code', 'not-on-bill'],
    ['/lines/1/code', 'unknown-relief'],
    ['/lines/2/code', 'not-less'],
  ]);
});

test('the bills of a department are listed page by page', async () => {
  for (const n of [1, 2, 3]) await raise({ reference: `R-${n}` });
  const first = await listed(clerk, { limit: '2' });
  const rest = await listed(clerk, { limit: '2', cursor: first.nextCursor });
  expect([...first.items, ...rest.items].map(({ reference }) => reference)).toEqual(['R-1', 'R-2', 'R-3']);
  expect((await listed(elsewhere)).items).toEqual([]);
});

test('what is to be paid until a time that is over is not asked, revised or deferred', async () => {
  const past = '2026-08-03T00:00:00.000Z';
  const { body } = await raise();
  const revised = await act(body.id, 'revise', [clerk, { lines, dueAt: past }]);
  const deferred = await act(body.id, 'reliefs', [clerk, { kind: 'defer', dueAt: past, basis: '缓缴办法' }]);
  const wishes = [await raise({ reference: 'late', dueAt: past }), revised, deferred];
  const late = [400, [{ pointer: '/dueAt', code: 'due-before' }]];
  for (const { status, body: said } of wishes) expect([status, said.errors]).toMatchObject(late);
  expect(await seen(body.id)).toMatchObject({ status: 'due', revision: 1 });
});
