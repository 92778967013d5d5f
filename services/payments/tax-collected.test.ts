import { beforeEach, expect, test } from 'vitest';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, namedCompany, openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';
import { fakeCollector } from './collectors/collector.fake.ts';

const caseId = '5a0c7c1e-8f25-4a4e-9d0e-3c1d8e9b7f60';
const asked = { assessmentId: `${caseId}.1`, caseId };
const line = { code: 'soil-compensation', payee: 'tax', quantity: 120, amountFen: 12_000, gate: 'result' as const };

let world: ReturnType<typeof openPayments>;
let tax: ReturnType<typeof fakeCollector>;
beforeEach(async () => {
  const [water, office] = [fakeCollector(), fakeCollector({ key: 'tax', kind: 'tax-collected' })];
  tax = office;
  const collectors = new Map([water, office].map(({ collector }) => [collector.key, collector]));
  world = openPayments({ change: (deps) => ({ ...deps, collectors }) });
  await world.openCharges();
  await world.tick();
});
const pass = async (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  await world.tick();
};
const exceptions = async () => {
  const { body } = await world.send('GET', '/payments/exceptions', { actor: world.checker });
  return body.items.map(({ kind }: { kind: string }) => kind).toSorted();
};
const note = (billId: string) =>
  world.hear(envelopeOf(PaymentNotedV1, { ...asked, revision: 1, billId, paidFen: 12_000 }, world.clock.now));

test('what a department has assessed and 税务 collects is booked there when it is paid, once, and only that', async () => {
  const own = { code: 'road-repair', payee: 'urban', quantity: 1, amountFen: 30_000, gate: 'result' as const };
  const id = await world.assess({ ...asked, lines: [own, line] });
  await refunding(world).paid(id);
  tax.faults.push('lost');
  for (const minutes of [1, 2, 60]) await pass(minutes);
  const { code, quantity, amountFen } = line;
  const assessed = { district: 'gulou', reference: asked.assessmentId, lines: [{ code, quantity, amountFen }] };
  const booked = { number: id.replaceAll('-', ''), amountFen: 12_000, assessed, times: 1 };
  expect([...tax.bookings.values()]).toMatchObject([booked]);
  expect((await world.deps.bills.load(id))?.bill.booking).toMatchObject({ state: 'booked' });
});

test('of a bill that asks more besides only what 税务 collects is undone there, and what it does not goes back at once', async () => {
  const own = { code: 'road-repair', payee: 'urban', quantity: 1, amountFen: 30_000, gate: 'result' as const };
  const id = await world.assess({ ...asked, lines: [own, line] });
  const back = refunding(world);
  await back.paid(id);
  await pass(1);
  const lines = [
    { code: 'road-repair', amountFen: 5000 },
    { code: 'soil-compensation', amountFen: 2000 },
  ];
  const stands = new Set<string>();
  for (const refund of await back.proposed(id, 42_000, ...lines))
    stands.add((await back.act(refund, 'approve', [world.checker])).status);
  expect(stands).toEqual(new Set(['approved', 'undoing']));
  await pass(1);
  expect([...tax.reversals.values()]).toMatchObject([{ amountFen: 2000, lines: lines.slice(1), times: 1 }]);
});

test('so is what it asks by itself; what nobody else collects is booked nowhere', async () => {
  const actor = staffActor('approver', { district: 'gulou', department: 'water-affairs' }, 'water affairs');
  const lines = [{ code: 'soil-compensation', quantity: 5 }];
  const body = { payer: namedCompany, reference: 'W-1', lines, dueAt: '2026-08-20T16:00:00.000Z' };
  const { id } = (await world.send('POST', '/payments/bills', { body, actor })).body;
  await refunding(world).paid(id);
  await refunding(world).paid(await world.assess());
  await pass(1);
  expect([...tax.bookings.values()]).toMatchObject([{ amountFen: 500, assessed: { reference: 'water-affairs/W-1' } }]);
});

test('that its case does not know and that 税务 has not booked it are two matters: neither ends the other', async () => {
  const id = await world.assess({ ...asked, lines: [line] });
  await refunding(world).paid(id);
  tax.faults.push('refuse');
  await pass(1);
  expect(await exceptions()).toEqual(['unbooked']);
  await pass(60);
  await pass(24 * 60);
  expect(await exceptions()).toEqual(['unbooked', 'unnoted']);
  await note(id);
  expect(await exceptions()).toEqual(['unbooked']);
});

test('while 税务 is silent the case is told again in its time', async () => {
  const id = await world.assess({ ...asked, lines: [line] });
  await refunding(world).paid(id);
  tax.faults.push(...Array.from({ length: 60 }, () => 'down' as const));
  for (let hours = 0; hours < 26; hours += 1) await pass(60);
  expect(await exceptions()).toEqual(['unbooked', 'unnoted']);
  tax.faults.length = 0;
  await pass(25 * 60);
  expect(await exceptions()).toEqual(['unnoted']);
  expect((await world.deps.bills.load(id))?.bill).toMatchObject({ told: 2, booking: { state: 'booked' } });
});
