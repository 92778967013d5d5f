import { dayOf } from '#shared/calendar';
import { alipayMerchants } from '../alipay-house.ts';
import type { ChannelName } from '../till.ts';
import { unionpayMerchants } from '../unionpay-house.ts';
import { wechatMerchants } from '../wechat-keys.ts';
import type { StatementBook } from './book.ts';
import type { DifferKind } from './faults.ts';

/** How a statement is made to differ, in our own words: `merchant` is our key (else `treasury`), `day` that of the channel (else today). */
export interface Differing {
  channel: ChannelName;
  kind: DifferKind;
  times: number;
  merchant?: string | undefined;
  day?: string | undefined;
  number?: string | undefined;
  byFen?: number | undefined;
}

const numbers = { wechat: wechatMerchants, alipay: alipayMerchants, unionpay: unionpayMerchants } as const;

/** Takes it in, once for each row that it is to strike. Throws where there is no such merchant. */
export function differ(
  { channel, kind, times, merchant: key = 'treasury', day, number, byFen }: Differing,
  { now, statements }: { now: () => Date; statements: StatementBook },
): void {
  const merchant = numbers[channel][key];
  if (!merchant) throw new Error(`${channel} has no merchant ${key}`);
  for (let n = 0; n < times; n += 1) {
    statements.differ({ channel, merchant, day: day ?? dayOf(now()), kind, number, byFen });
  }
}
