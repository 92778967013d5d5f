import type { RefundStanding } from '../domain/order/channel-words.ts';
import type { Held } from './channel.fake.ts';
import type { RefundAsk } from './channel.ts';

/** What a channel in memory gives back: each number once, and never more than a charge has brought. */
export function fakeRefunds({ charges, now }: { charges: ReadonlyMap<string, Held>; now: () => Date }) {
  const refunds = new Map<string, RefundAsk & { standing: RefundStanding }>();
  const returned = ({ number, charge }: RefundAsk): number =>
    [...refunds.values()]
      .filter((one) => one.charge.number === charge.number && one.number !== number && one.standing.state !== 'failed')
      .reduce((sum, one) => sum + one.amountFen, 0);
  const take = (ask: RefundAsk): RefundStanding => {
    const known = refunds.get(ask.number);
    if (known) return known.standing;
    const paid = charges.get(ask.charge.number)?.standing;
    const hasRoom = paid?.state === 'paid' && returned(ask) + ask.amountFen <= paid.amountFen;
    const standing: RefundStanding = hasRoom ? { state: 'pending' } : { state: 'failed', why: 'other' };
    refunds.set(ask.number, { ...ask, standing });
    return standing;
  };
  return {
    refunds,
    take,
    /** A refund comes through, or cannot; only one that is pending. */
    settle(number: string, how: 'done' | 'failed'): void {
      const found = refunds.get(number);
      if (found?.standing.state !== 'pending') return;
      const done = { state: 'done', channelRef: `back-${number}`, at: now() } as const;
      const standing = how === 'done' ? done : ({ state: 'failed', why: 'account' } as const);
      refunds.set(number, { ...found, standing });
    },
  };
}
