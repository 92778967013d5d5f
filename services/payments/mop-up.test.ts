import { beforeEach, expect, test } from 'vitest';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import { envelopeOf, openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
const asked = { assessmentId: 'a.1', caseId: '5a0c7c1e-8f25-4a4e-9d0e-3c1d8e9b7f60' };
let billId: string;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  billId = await world.assess(asked);
  await refunding(world).paid(billId);
});
const pass = async (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  return world.tick();
};
const toldPaid = () => world.facts(BillChangedV1.type).filter(({ data }) => data['state'] === 'paid').length;
const exceptions = async () => {
  const { body } = await world.send('GET', '/payments/exceptions', {
    actor: world.checker,
    query: { kind: 'unnoted' },
  });
  return body.items.map((one: { billId: string; owner: string }) => [one.billId, one.owner]);
};
const note = () =>
  world.hear(envelopeOf(PaymentNotedV1, { ...asked, revision: 1, billId, paidFen: 30_000 }, world.clock.now));

test('a payment that its case has noted is told once and seen to by nobody', async () => {
  await note();
  expect(await pass(25 * 60)).toMatchObject({ PaymentsUnnoted: 0 });
  expect([toldPaid(), await exceptions()]).toEqual([1, []]);
});

test('after an hour of silence it is told again, after a day finance must see to it, until the case answers', async () => {
  await pass(59);
  expect(toldPaid()).toBe(1);
  await pass(2);
  expect([toldPaid(), await exceptions()]).toEqual([2, []]);
  expect(await pass(23 * 60)).toMatchObject({ PaymentsUnnoted: 1 });
  expect([toldPaid(), await exceptions()]).toEqual([2, [[billId, 'finance']]]);
  await note();
  await note();
  expect([await pass(60), await exceptions()]).toEqual([expect.objectContaining({ PaymentsUnnoted: 0 }), []]);
});
