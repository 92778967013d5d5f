import * as z from 'zod';
import { once } from '#shared/once';
import type { Standing } from '../../domain/order/channel-words.ts';

const state = z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR', 'ACCEPT']);
const told = { mchid: z.string(), out_trade_no: z.string(), trade_state: state };
const when = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const once_paid = { transaction_id: z.string().optional(), success_time: when.optional() };

/** A charge of one merchant, as WeChat tells it when it is asked, and in a notice. */
export const single = once(() =>
  z
    .object({ ...told, ...once_paid, amount: z.object({ total: z.int().min(0) }).optional() })
    .transform(({ amount, ...rest }) => ({ ...rest, amountFen: amount?.total ?? 0 })),
);

/** A charge of several (合单): one act of the payer, an order of its own for each merchant. */
export const combined = once(() =>
  z.object({
    combine_out_trade_no: z.string(),
    sub_orders: z
      .array(
        z
          .object({ ...told, ...once_paid, amount: z.object({ total_amount: z.int().min(0) }).optional() })
          .transform(({ amount, ...rest }) => ({ ...rest, amountFen: amount?.total_amount ?? 0 })),
      )
      .min(1),
  }),
);

export type Transaction = z.infer<ReturnType<typeof single>>;

/** How a charge stands by its transactions: paid once all are, closed once all are. What was given back since was paid. */
export function standingOf(found: readonly Transaction[]): Standing {
  const isEach = (...states: z.infer<typeof state>[]) => found.every((one) => states.includes(one.trade_state));
  if (isEach('CLOSED', 'REVOKED')) return { state: 'closed' };
  const at = found.flatMap(({ success_time: time }) => time ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0];
  if (!isEach('SUCCESS', 'REFUND') || !at) return { state: 'pending' };
  const channelRef = found.flatMap(({ transaction_id: id }) => id ?? []).join(',');
  return { state: 'paid', channelRef, amountFen: found.reduce((sum, one) => sum + one.amountFen, 0), at };
}
