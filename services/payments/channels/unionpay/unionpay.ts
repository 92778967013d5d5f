import type { Adapter } from '../adapter.ts';
import { ask } from './ask.ts';
import { begin } from './begin.ts';
import { accountOf, unionpayKeysIn, type UnionpayKeys } from './keys.ts';
import { readNotice } from './notice.ts';
import { askRefund, refund } from './refund.ts';
import { statement } from './statement.ts';

/** 中国银联全渠道 5.1.0: pages and codes; one merchant at a time. */
export const unionpay: Adapter<UnionpayKeys> = {
  keysIn: unionpayKeysIn,
  open: (means) => ({
    begin: (charge) => begin(means, charge),
    ask: (charge) => ask(means, charge),
    // Nothing closes an order there but its own time (payTimeout): until that is over it is asked about.
    close: (charge) => ask(means, charge),
    refund: (wish) => refund(means, wish),
    askRefund: (wish) => askRefund(means, wish),
    statement: (wish) => statement(means, wish),
    readNotice: (sent) => readNotice(means, sent),
    async takes(merchants) {
      const keys = await means.keys();
      return keys !== undefined && merchants.every((merchant) => accountOf(means, keys, merchant) !== undefined);
    },
  }),
};
