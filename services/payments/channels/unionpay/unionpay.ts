import { adapterOf } from '../adapter.ts';
import { ask } from './ask.ts';
import { begin } from './begin.ts';
import { accountOf, unionpayKeysIn } from './keys.ts';
import { readNotice } from './notice.ts';
import { askRefund, refund } from './refund.ts';
import { statement } from './statement.ts';

/** 中国银联全渠道 5.1.0: pages and codes; one merchant at a time. */
export const unionpay = adapterOf({
  keysIn: unionpayKeysIn,
  accountOf,
  begin,
  ask,
  // Nothing closes an order there but its own time (payTimeout): until that is over it is asked about.
  close: ask,
  refund,
  askRefund,
  statement,
  readNotice,
});
