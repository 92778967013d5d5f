import type { Held, Refund, Share, Till } from './till.ts';

const states = { open: 'NOTPAY', paid: 'SUCCESS', closed: 'CLOSED' } as const;

/** With the offset of Shanghai, as WeChat tells times. */
export const shanghaiTime = (at: Date): string =>
  `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

function shared(held: Held, share: Share, till: Till) {
  const isBack = till.refundedOf(share) > 0;
  return {
    mchid: share.merchant,
    out_trade_no: share.number,
    trade_type: 'NATIVE',
    trade_state: isBack ? 'REFUND' : states[held.state],
    ...(held.paidAt && { transaction_id: share.ref, success_time: shanghaiTime(held.paidAt), bank_type: 'OTHERS' }),
  };
}

/** How a charge stands, in WeChat's words: of one merchant, or of several combined. What was paid too little lacks in the first. */
export function chargeWords(held: Held, till: Till): object {
  const [first] = held.shares;
  const fenOf = (share: Share): number => share.amountFen - (share === first ? held.lessFen : 0);
  if (held.shares.length === 1 && first) {
    const amount = { total: fenOf(first), payer_total: fenOf(first), currency: 'CNY', payer_currency: 'CNY' };
    return { appid: held.said['appid'], ...shared(held, first, till), trade_state_desc: '-', amount };
  }
  return {
    combine_appid: held.said['appid'],
    combine_mchid: held.said['mchid'],
    combine_out_trade_no: held.number,
    sub_orders: held.shares.map((share) => ({
      ...shared(held, share, till),
      attach: held.number,
      amount: { total_amount: fenOf(share), payer_amount: fenOf(share), currency: 'CNY', payer_currency: 'CNY' },
    })),
  };
}

const refundStates = { pending: 'PROCESSING', done: 'SUCCESS', failed: 'ABNORMAL' } as const;

/** How a refund stands, in its words. */
export function refundWords({ number, share, ref, state, at, amountFen }: Refund): object {
  return {
    refund_id: ref,
    out_refund_no: number,
    transaction_id: share.ref,
    out_trade_no: share.number,
    channel: 'ORIGINAL',
    user_received_account: '零钱',
    create_time: shanghaiTime(at),
    status: refundStates[state],
    ...(state === 'done' && { success_time: shanghaiTime(at) }),
    amount: { total: share.amountFen, refund: amountFen, currency: 'CNY' },
  };
}
