import type { RefundStanding, Standing } from '../domain/order/channel-words.ts';
import type { Channel } from './channel.ts';

const paidThere = async (): Promise<Standing> => ({ state: 'absent' });
// Nobody can give back notes at a distance: it goes to an account of the payer's, which two people have looked at.
const byHand = async (): Promise<RefundStanding> => ({ state: 'failed', why: 'other' });

/** 柜台: nothing is begun there by the payer himself; what a cashier took is paid, and goes back by transfer. */
export const counterChannel: Channel = {
  key: 'counter',
  ways: [],
  mostParts: 1,
  begin: async () => ({ state: 'refused', reason: 'at-the-counter' }),
  ask: paidThere,
  close: paidThere,
  refund: byHand,
  askRefund: byHand,
};

/** 缴款码: what a bank took by the code on a bill is entered by finance, and goes back as what was taken at a counter does. */
export const elsewhereChannel: Channel = { ...counterChannel, key: 'elsewhere' };
