import type { ChannelName } from '../../localstack/channels/till.ts';
import { openHouse } from './channels.ts';

export type ChannelOrders = Awaited<ReturnType<typeof openOrdersAt>>;

/** Payments whose orders are placed at one channel, in the way that is usual there. */
export async function openOrdersAt(channel: ChannelName, usual: string) {
  const { world, house } = await openHouse();
  await world.tick();
  return {
    world,
    house,

    later(minutes: number): void {
      world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
    },

    show: async (id: string) => (await world.send('GET', `/payments/orders/${id}`)).body,

    /** An order that waits for its payer, and what the channel has of it once he has opened what he was shown. */
    async waiting(way = usual, bills: () => Promise<string[]> = async () => [await world.assess()]) {
      const wish = { body: { billIds: await bills(), channel } };
      const { id } = (await world.send('POST', '/payments/orders', wish)).body;
      const begun = await world.send('POST', `/payments/orders/${id}/payments/1/begin`, { body: { way } });
      const [payment] = begun.body.payments;
      return { id, payment, open: () => house.waiting(channel, payment) };
    },
  };
}
