import { beforeEach, expect, test } from 'vitest';
import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { applicantActor } from '../../test/support/actors.ts';
import { company, openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
let receipts: ReturnType<typeof receipting>;
beforeEach(async () => {
  world = openPayments();
  back = refunding(world);
  receipts = receipting(world);
  await world.openCharges();
  await world.tick();
});

const line = (code: string, payee: string, amountFen: number) => {
  return { code, payee, quantity: 1, amountFen, gate: 'result' as const };
};
const road = (amountFen: number) => ({ code: 'road-repair', amountFen });
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};
/** So much of a bill goes back, all the way. */
const refund = async (billId: string, refundableFen: number, amountFen: number) => {
  const [id = ''] = await back.proposed(billId, refundableFen, road(amountFen));
  await back.act(id, 'approve', [world.checker]);
  later(1);
  await world.tick();
  await world.settle();
};
const enter = (id: string, name: 'enter' | 'undo-entry' = 'enter') =>
  world.send('POST', `/payments/receipts/${id}/${name}`, { body: name === 'enter' ? { voucher: '记-12' } : {} });
const linesOf = ({ lines }: { lines: { billId: string; amountFen: number }[] }) =>
  lines.map(({ billId, amountFen }) => [billId, amountFen] as const);
const told = () => world.facts(ReceiptChangedV1.type).map(({ data }) => [data['kind'], data['state']]);

test('each payee gives one receipt for a payment, its lines inside, and none over what needs none', async () => {
  await receipts.given(1, 100);
  const bills = [
    await world.assess({ lines: [line('road-repair', 'urban', 30_000), line('connection', 'water', 700)] }),
    await world.assess({ lines: [line('road-repair', 'urban', 200), line('id-card', 'ps', 4000)] }),
  ];
  await back.paid(...bills);
  const own = await receipts.own();
  const found = new Map(own.map((one: { payee: string }) => [one.payee, one]));
  expect(new Set(found.keys())).toEqual(new Set(['ps', 'urban']));
  expect(found.get('urban')).toMatchObject({ status: 'issued', kind: 'blue', amountFen: 30_200, code: '35010126' });
  const lines = new Map(own[0].payee === 'urban' ? linesOf(own[0]) : linesOf(own[1]));
  expect(lines).toEqual(new Map(bills.map((id, n) => [id, [30_000, 200][n]])));
  // Told again, nothing is made twice.
  await world.settle({ again: true });
  expect(await receipts.own()).toEqual(own);
});

test('a part that goes back takes the whole receipt back by a red one, and another over the rest stands in its place', async () => {
  await receipts.given(1, 100);
  const id = await world.assess();
  await back.paid(id);
  const [original] = await receipts.own();
  await refund(id, 30_000, 10_000);
  const all = await receipts.own();
  const red = all.find(({ kind }: { kind: string }) => kind === 'red');
  const next = all.find(({ replaces }: { replaces?: string }) => replaces);
  expect(all).toHaveLength(3);
  expect(red).toMatchObject({ reverses: original.id, amountFen: 30_000, status: 'issued' });
  expect(next).toMatchObject({ replaces: original.id, amountFen: 20_000, status: 'issued' });
  expect(next.lines[0]).not.toHaveProperty('quantity');
  expect((await receipts.verify(original)).body).toMatchObject({
    verdict: 'reversed',
    reversedBy: { code: red.code, number: red.number },
  });
  expect((await receipts.verify(red)).body).toMatchObject({ verdict: 'red', reverses: { number: original.number } });

  await refund(id, 20_000, 20_000);
  const rest = (await receipts.own()).filter(({ status, kind }: Record<string, string>) => {
    return kind === 'blue' && status !== 'reversed';
  });
  expect(rest).toEqual([]);
});

test('whoever holds a receipt may verify it, and one who has not all three of its numbers learns nothing', async () => {
  await receipts.given(1, 100);
  await back.paid(await world.assess());
  const [one] = await receipts.own();
  expect((await receipts.verify({ ...one, check: '222222' })).status).toBe(404);
  const { body } = await receipts.verify(one);
  expect(body).toMatchObject({ verdict: 'good', amountFen: 30_000, payeeName: { zh: '城市管理局' } });
  expect(JSON.stringify(body)).not.toContain(company.partyId);
  await receipts.verify(one);
  expect(told()).toEqual([
    ['blue', 'issued'],
    ['blue', 'verified'],
  ]);
});

test('one that was entered is taken back only when the entry is undone', async () => {
  await receipts.given(1, 100);
  const id = await world.assess();
  await back.paid(id);
  const [one] = await receipts.own();
  expect((await enter(one.id)).body.code).toBe('receipt-moved');
  await receipts.verify(one);
  expect((await enter(one.id)).body).toMatchObject({ status: 'entered', voucher: '记-12', actions: ['undo-entry'] });
  expect((await receipts.verify(one)).body.verdict).toBe('entered');

  await refund(id, 30_000, 30_000);
  await receipts.issue();
  expect(await receipts.own()).toMatchObject([{ status: 'entered' }]);
  await enter(one.id, 'undo-entry');
  const all = await receipts.own();
  expect(all.find((other: { id: string }) => other.id === one.id)).toMatchObject({ status: 'reversed' });
  expect(all.find(({ kind }: { kind: string }) => kind === 'red')).toMatchObject({ reverses: one.id });
});

test('finance reads the receipts of a payee and day without what only their holder knows; nobody else’s are seen', async () => {
  await receipts.given(1, 100);
  await back.paid(await world.assess());
  const [one] = await receipts.own();
  const query = { payee: 'urban', day: one.day };
  const { body } = await world.send('GET', '/payments/reports/receipts', { actor: world.finance, query });
  expect(body.items).toMatchObject([{ id: one.id, number: one.number }]);
  expect(body.items[0]).not.toHaveProperty('check');
  const stranger = applicantActor('stranger');
  expect((await world.send('GET', `/payments/receipts/${one.id}`, { actor: stranger })).status).toBe(404);
  const query2 = { as: company.partyId };
  expect((await world.send('GET', '/payments/receipts', { actor: stranger, query: query2 })).status).toBe(404);
});
