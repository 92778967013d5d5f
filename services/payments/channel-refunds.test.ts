import { expect, test } from 'vitest';
import { bring, noticeOf, openHouse } from '../../test/support/channels.ts';

const channels = [
  ['wechat', 'native'],
  ['alipay', 'page'],
  ['unionpay', 'page'],
] as const;

/** Money that came too late, by a channel: it is nobody's, and goes back by itself. */
async function late(channel: (typeof channels)[number][0], way: string) {
  const { world, house } = await openHouse();
  const later = async (minutes: number) => {
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
    await world.tick();
  };
  await later(0);
  const { body } = await world.send('POST', '/payments/orders', { body: { billIds: [await world.assess()], channel } });
  const begun = await world.send('POST', `/payments/orders/${body.id}/payments/1/begin`, { body: { way } });
  const held = await house.waiting(channel, begun.body.payments[0]);
  await later(31);
  house.till.pay(held, { late: true });
  expect((await bring(world, channel, await noticeOf(house, held))).status).toBe(200);
  const refund = async () => (await world.send('GET', `/payments/orders/${body.id}/refunds`)).body.items[0];
  const { id } = await refund();
  return { world, house, held, later, refund, number: String(id).replaceAll('-', '') };
}

test.each(channels)('what came too late by %s goes back the way it came, once', async (channel, way) => {
  const one = await late(channel, way);
  one.house.fail('lost-reply');
  await one.later(2);
  expect((await one.refund()).status).toBe('unknown');
  await one.later(6);
  expect(await one.refund()).toMatchObject({ status: 'done', amountFen: 30_000 });
  expect(one.house.till.refundedOf(one.held.shares[0]!)).toBe(30_000);
});

test.each(channels)(
  'a refund that %s has accepted is done when that says so, by a notice or asked',
  async (channel, way) => {
    const one = await late(channel, way);
    one.house.state.refundPends = true;
    await one.later(2);
    expect((await one.refund()).status).toBe('pending');
    const made = one.house.till.refundOf(channel, one.number)!;
    made.state = 'done';
    const notice = await noticeOf(one.house, one.held, { refund: made });
    expect((await bring(one.world, channel, notice)).status).toBe(200);
    expect((await one.refund()).status).toBe('done');
    expect((await bring(one.world, channel, notice)).status).toBe(200);
    made.number = '0'.repeat(32);
    expect((await bring(one.world, channel, await noticeOf(one.house, one.held, { refund: made }))).status).not.toBe(
      200,
    );
  },
);

test.each(channels)(
  'where the payer’s account at %s is closed, the refund waits for another way',
  async (channel, way) => {
    const one = await late(channel, way);
    one.house.state.refundFails = true;
    await one.later(2);
    await one.later(6);
    expect((await one.refund()).status).toBe('stuck');
    expect(one.house.till.refundedOf(one.held.shares[0]!)).toBe(0);
  },
);

test.each(channels)(
  'what %s may have taken back takes no second way when its year is over: only the channel can say that it has not',
  async (channel, way) => {
    const one = await late(channel, way);
    one.house.state.refundPends = true;
    one.house.fail('lost-reply');
    await one.later(2);
    expect((await one.refund()).status).toBe('unknown');
    await one.later(366 * 24 * 60);
    for (let day = 0; day < 3; day += 1) {
      expect((await one.refund()).status).toBe('pending');
      await one.later(25 * 60);
    }
    one.house.till.refundOf(channel, one.number)!.state = 'done';
    await one.later(25 * 60);
    expect((await one.refund()).status).toBe('done');
  },
);

test.each(channels)(
  'what %s has never been asked to give back is known to be so when its year is over',
  async (channel, way) => {
    const one = await late(channel, way);
    one.house.fail('lost-request');
    await one.later(2);
    expect((await one.refund()).status).toBe('unknown');
    await one.later(366 * 24 * 60);
    await one.later(25 * 60);
    expect((await one.refund()).status).toBe('stuck');
    expect(one.house.till.refundOf(channel, one.number)).toBeUndefined();
  },
);
