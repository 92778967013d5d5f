import { adapterOf } from '../adapter.ts';
import { ask, close } from './ask.ts';
import { begin } from './begin.ts';
import { accountOf, alipayKeysIn } from './keys.ts';
import { readNotice } from './notice.ts';
import { askRefund, refund } from './refund.ts';
import { statement } from './statement.ts';

/** 支付宝: pages and codes; one merchant at a time. */
export const alipay = adapterOf({
  keysIn: alipayKeysIn,
  accountOf,
  begin,
  ask,
  close,
  refund,
  askRefund,
  statement,
  readNotice,
});
