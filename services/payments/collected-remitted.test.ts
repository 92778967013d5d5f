import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#shared/calendar';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { openPayments } from '../../test/support/payments.ts';
import { account, refunding } from '../../test/support/refunds.ts';
import { remittedBy } from '../../test/support/remitted.ts';
import { fakeCollector } from './collectors/collector.fake.ts';

const unit = staffActor('head', { district: 'gulou', department: 'water-affairs' }, 'the unit');
const treasurer = staffActor('treasurer', { district: 'fuzhou' }, 'the treasurer');
const line = { code: 'soil-compensation', payee: 'tax', quantity: 120, amountFen: 12_000, gate: 'result' as const };

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
let tax: ReturnType<typeof fakeCollector>;
let billId: string;
let remit: () => void;
beforeEach(async () => {
  tax = fakeCollector({ key: 'tax', kind: 'tax-collected' });
  const { lists, change } = remittedBy();
  const collectors = new Map([['tax', tax.collector]]);
  world = openPayments({ change: (deps) => ({ ...change(deps), collectors }) });
  back = refunding(world);
  await world.openCharges();
  await world.tick();
  billId = await world.assess({ lines: [line] });
  await back.paid(billId);
  remit = () => void lists.set(`sandbox.treasury.${dayOf(world.clock.now)}`, 'confirmed');
  await pass();
});
const pass = async () => {
  world.clock.now = new Date(world.clock.now.getTime() + 2 * 60_000);
  await world.tick();
  await world.settle();
};
const proposed = async () => {
  const [id = ''] = await back.proposed(billId, 12_000, { code: line.code, amountFen: 5000 });
  return id;
};
const act = async (id: string, name: string, by: [Actor, object?]) => (await back.act(id, name, by)).status;
const status = async (id: string) =>
  (await world.send('GET', `/payments/refunds/${id}`, { actor: world.checker })).body.status;
const owed = async () => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  expect(body.differenceFen).toBe(0);
  return body.accounts.find((one: { account: string }) => one.account === 'receivable/tax/treasury')?.heldFen;
};

test('what was remitted is undone at 税务 once finance has approved it, and is owed by the treasury from then on', async () => {
  remit();
  const id = await proposed();
  await act(id, 'verify', [unit, account]);
  tax.faults.push('down');
  expect(await act(id, 'approve', [world.checker])).toBe('undoing');
  await pass();
  expect([await status(id), await owed()]).toEqual(['undoing', undefined]);
  await pass();
  expect([await status(id), await owed()]).toEqual(['treasury-due', 5000]);
  // The bank does not take it: another account, and nothing is undone a second time.
  await act(id, 'return', [treasurer]);
  await act(id, 'verify', [unit, { ...account, number: '99999999' }]);
  expect(await act(id, 'approve', [world.checker])).toBe('treasury-due');
  expect(await act(id, 'pay-back', [treasurer, { order: 'T-1' }])).toBe('done');
  expect([...tax.reversals.values()].map(({ times }) => times)).toEqual([1]);
  expect(await owed()).toBe(0);
});

test('what is remitted while 税务 is asked takes the other way then, and nobody can say any more that it is not owed', async () => {
  const id = await proposed();
  expect(await act(id, 'approve', [world.checker])).toBe('undoing');
  remit();
  await pass();
  expect([await status(id), tax.reversals.size]).toEqual(['verifying', 1]);
  const refuse = await world.send('POST', `/payments/refunds/${id}/refuse`, { actor: unit, body: { reason: '不退' } });
  expect(refuse.body.code).toBe('refund-bound');
  await act(id, 'verify', [unit, account]);
  const reject = await world.send('POST', `/payments/refunds/${id}/reject`, {
    actor: world.checker,
    body: { reason: '不退' },
  });
  expect(reject.body.code).toBe('refund-bound');
  const { body } = await world.send('GET', `/payments/refunds/${id}`, { actor: world.checker });
  expect(body.actions).toEqual(['approve']);
  expect(await act(id, 'approve', [world.checker])).toBe('treasury-due');
});
