import type { Adapter } from '../adapter.ts';
import { ask, close } from './ask.ts';
import { begin } from './begin.ts';
import { accountOf, alipayKeysIn, type AlipayKeys } from './keys.ts';
import { readNotice } from './notice.ts';
import { askRefund, refund } from './refund.ts';
import { statement } from './statement.ts';

/** 支付宝: pages and codes; one merchant at a time. */
export const alipay: Adapter<AlipayKeys> = {
  keysIn: alipayKeysIn,
  open: (means) => ({
    begin: (charge) => begin(means, charge),
    ask: (charge) => ask(means, charge),
    close: (charge) => close(means, charge),
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
