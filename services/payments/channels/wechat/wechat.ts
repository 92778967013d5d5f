import { adapterOf } from '../adapter.ts';
import { ask, close } from './ask.ts';
import { begin } from './begin.ts';
import { accountOf, wechatKeysIn } from './keys.ts';
import { readNotice } from './notice.ts';
import { askRefund, refund } from './refund.ts';
import { statement } from './statement.ts';

/** 微信支付 API v3: ordinary merchants, alone or combined. */
export const wechat = adapterOf({
  keysIn: wechatKeysIn,
  accountOf,
  begin,
  ask,
  close,
  refund,
  askRefund,
  statement,
  readNotice,
});
