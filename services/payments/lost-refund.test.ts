import { expect, test } from 'vitest';
import { fakeChannel } from './channels/channel.fake.ts';
import { openPayments } from '../../test/support/payments.ts';
import { takeWord } from './functions/notice/take-word.ts';
import { ownCause } from './functions/own-cause.ts';

test('a refund whose answer is lost is sent again under the same number, and is one refund', async () => {
  let fake: ReturnType<typeof fakeChannel> | undefined;
  const world = openPayments({
    change: (deps) => {
      fake = fakeChannel(deps.now);
      return { ...deps, channels: new Map([['fake', fake.channel]]) };
    },
  });
  if (!fake) throw new Error('no channel');
  const till = fake;
  const later = (minutes: number) => {
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  };
  const held = async () => {
    const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
    const accounts = body.accounts.map(({ account, heldFen }: { account: string; heldFen: number }) => [
      account,
      heldFen,
    ]);
    return Object.fromEntries([...accounts, ['difference', body.differenceFen]]);
  };
  await world.openCharges();
  await world.tick();
  const id = await world.assess();
  const { body } = await world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'fake' } });
  const begun = await world.send('POST', `/payments/orders/${body.id}/payments/1/begin`, { body: { way: 'page' } });
  const { number } = begun.body.payments[0];
  // It is closed, its bill is let go; then the bank is late.
  later(31);
  await world.tick();
  till.pay(number, true);
  await takeWord(number, till.standing(number), { ...world.deps, cause: ownCause(world.deps) });
  expect(await held()).toMatchObject({ 'suspense/fake/treasury': 0, 'refunds/fake/treasury': 30_000 });

  const returned = async () => (await world.send('GET', `/payments/orders/${body.id}/refunds`)).body.items;
  till.fail('after');
  later(1);
  await world.tick();
  expect(await returned()).toMatchObject([{ status: 'unknown', amountFen: 30_000 }]);
  later(6);
  await world.tick();
  expect([(await returned())[0].status, till.refunds.size]).toEqual(['pending', 1]);
  till.settleRefund([...till.refunds.keys()][0] ?? '', 'done');
  later(31);
  await world.tick();
  expect(await returned()).toMatchObject([{ status: 'done' }]);
  expect(await held()).toMatchObject({ 'clearing/fake/treasury': 0, 'refunds/fake/treasury': 0, difference: 0 });
});
