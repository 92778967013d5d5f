import { alipayMerchants } from './alipay-house.ts';
import type { Channels } from './channels.ts';
import { unionpayMerchants } from './unionpay-house.ts';
import { wechatMerchants } from './wechat-keys.ts';

/** What the stack of payments is told of the channels: where they are, who we are there, and where their notices go. */
export function channelParameters({ address }: Pick<Channels, 'address'>, port: number): Record<string, string> {
  return {
    NoticeAddress: `http://127.0.0.1:${port}/fuzhou/v1/payments/public/notices`,
    AlipayAddress: address,
    AlipayMerchants: JSON.stringify(alipayMerchants),
    UnionpayAddress: address,
    UnionpayFiles: `${address}/files/`,
    UnionpayMerchants: JSON.stringify(unionpayMerchants),
    WechatAddress: address,
    WechatMerchants: JSON.stringify(wechatMerchants),
  };
}
