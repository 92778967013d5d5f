import type { Standing } from '../domain/order/channel-words.ts';
import { ChannelSilent, type Channel, type Charge, type Notice } from './channel.ts';
import { fakeRefunds } from './refunds.fake.ts';

/** When a fault strikes: before the channel has heard of the request, or after it has done it. */
export type Fault = 'before' | 'after';

export type Held = Charge & { standing: Exclude<Standing, { state: 'absent' }> };

/** A channel in memory that loses requests and answers when it is told to; payers pay at it behind our back. */
export function fakeChannel(now: () => Date, mostParts = 1) {
  const charges = new Map<string, Held>();
  const faults: Fault[] = [];
  const answer = async <Answer>(work: () => Answer): Promise<Answer> => {
    const fault = faults.shift();
    if (fault === 'before') throw new ChannelSilent();
    const said = work();
    if (fault === 'after') throw new ChannelSilent();
    return said;
  };
  const standing = (number: string): Standing => charges.get(number)?.standing ?? { state: 'absent' };
  const move = (number: string, to: Held['standing']): Standing => {
    const found = charges.get(number);
    if (found?.standing.state === 'pending') charges.set(number, { ...found, standing: to });
    return standing(number);
  };
  const back = fakeRefunds({ charges, now });
  const channel: Channel = {
    key: 'fake',
    ways: ['page'],
    mostParts,
    begin: (charge) =>
      answer(() => {
        if (!charges.has(charge.number)) charges.set(charge.number, { ...charge, standing: { state: 'pending' } });
        return { state: 'pending', show: { kind: 'page', url: charge.number } } as const;
      }),
    ask: ({ number }) => answer(() => standing(number)),
    close: ({ number }) => answer(() => move(number, { state: 'closed' })),
    refund: (ask) => answer(() => back.take(ask)),
    askRefund: ({ number }) => answer(() => back.refunds.get(number)?.standing ?? { state: 'absent' }),
    readNotice: readBy({ charges, standing }),
  };
  return {
    channel,
    charges,
    refunds: back.refunds,
    standing,
    /** The next call is struck. */
    fail: (fault: Fault) => faults.push(fault),
    heal: () => faults.splice(0),
    /** It closes a charge that nobody has paid, of its own accord. */
    close: (number: string) => void move(number, { state: 'closed' }),
    settleRefund: (number: string, how: 'done' | 'failed') => back.settle(number, how),
    /** The payer pays, if it is open there; `late`: although it is closed, as a bank does that was slow. */
    pay(number: string, late = false): void {
      const found = charges.get(number);
      if (!found || found.standing.state === 'paid' || (found.standing.state === 'closed' && !late)) return;
      const { amountFen } = found;
      const paid = { state: 'paid', channelRef: `ref-${number}`, amountFen, at: now() } as const;
      charges.set(number, { ...found, standing: paid });
    },
  };
}

/** A notice is the number of a charge: nobody has signed it. */
function readBy(of: { charges: ReadonlyMap<string, Held>; standing: (number: string) => Standing }) {
  return async ({ bytes }: { bytes: () => Buffer }): Promise<Notice> => {
    const number = bytes().toString();
    const asked = of.charges.get(number)?.parts ?? [];
    const parts = asked.map(({ merchant, ...rest }) => ({ ...rest, merchants: [merchant] }));
    const word = { about: 'charge', number, said: of.standing(number), parts } as const;
    return { word, taken: { status: 200, text: '{}' }, refused: { status: 400, text: '{}' } };
  };
}
