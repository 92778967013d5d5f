import * as z from 'zod';
import { once } from '#shared/once';
import type { Standing } from '../../domain/order/channel-words.ts';
import { beijingIn } from '../beijing.ts';
import { fenOf } from '../yuan.ts';

export const time = once(() =>
  z.string().transform((text, context) => beijingIn(text) ?? (context.addIssue('no time'), z.NEVER)),
);
export const money = once(() =>
  z.string().transform((text, context) => fenOf(text) ?? (context.addIssue('no amount'), z.NEVER)),
);
export const tradeState = z.enum(['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED']);

interface Trade {
  state: z.infer<typeof tradeState>;
  amountFen: number;
  ref: string;
  paidAt: Date | undefined;
}

/** How a trade stands. `TRADE_CLOSED` is both: its time was over, or all of it was given back, and then it was paid. */
export function standingOf({ state, amountFen, ref, paidAt }: Trade): Standing {
  if (state === 'WAIT_BUYER_PAY') return { state: 'pending' };
  if (!paidAt) return state === 'TRADE_CLOSED' ? { state: 'closed' } : { state: 'pending' };
  return { state: 'paid', channelRef: ref, amountFen, at: paidAt };
}
