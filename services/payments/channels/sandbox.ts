import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Table } from '#shared/table';
import type { RefundStanding, Standing } from '../domain/order/channel-words.ts';
import type { Channel, Charge, RefundAsk } from './channel.ts';

const chargeKey = (number: string): Key => ({ pk: `SANDBOX#${number}`, sk: 'REC' });
const stored = once(() =>
  z.object({ amountFen: z.int(), state: z.enum(['pending', 'paid', 'closed']), at: z.coerce.date().optional() }),
);

/**
 * A channel without money, to try the rest with: who opens its page pays at once. It is never part of a production
 * template; its charges are rows of the service's own table.
 */
export function sandboxChannel(table: Pick<Table, 'get' | 'put'>, now: () => Date) {
  const stand = async (number: string): Promise<Standing> => {
    const row = await table.get(chargeKey(number));
    if (!row) return { state: 'absent' };
    const { state, amountFen, at } = stored().parse(row);
    return state === 'paid' ? { state, amountFen, channelRef: `sandbox-${number}`, at: at ?? now() } : { state };
  };
  const move = async (number: string, to: 'paid' | 'closed'): Promise<void> => {
    const row = await table.get(chargeKey(number));
    if (!row) return;
    const found = stored().parse(row);
    if (found.state !== 'pending') return;
    const when = { expression: '#state = :pending', names: { '#state': 'state' }, values: { ':pending': 'pending' } };
    await table.put({ ...chargeKey(number), schema: 1, ...found, state: to, at: now().toISOString() }, when);
  };
  const returned = async ({ number, charge }: RefundAsk): Promise<RefundStanding> => {
    const { state } = await stand(charge.number);
    return state === 'paid' ? { state: 'done', channelRef: `sandbox-${number}`, at: now() } : { state: 'absent' };
  };
  return {
    key: 'sandbox',
    ways: ['page'],
    mostParts: 10,

    async begin({ number, amountFen }: Charge) {
      if (!(await table.get(chargeKey(number)))) {
        await table.put({ ...chargeKey(number), schema: 1, amountFen, state: 'pending' }, ifAbsent);
      }
      return { state: 'pending' as const, show: { kind: 'page' as const, url: `/payments/public/sandbox/${number}` } };
    },
    ask: ({ number }: Pick<Charge, 'number'>) => stand(number),
    async close({ number }: Pick<Charge, 'number'>): Promise<Standing> {
      await move(number, 'closed');
      return stand(number);
    },
    // There is no money: what is asked back is back, and nothing is kept of it.
    refund: (ask: RefundAsk) => returned(ask),
    askRefund: async () => ({ state: 'absent' as const }),

    /** The payer pays on its page; gives how the charge stands after that. */
    async pay(number: string): Promise<Standing> {
      await move(number, 'paid');
      return stand(number);
    },
  } satisfies Channel & { pay: (number: string) => Promise<Standing> };
}
