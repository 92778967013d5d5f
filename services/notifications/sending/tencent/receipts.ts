import * as z from 'zod';
import { jsonOf } from '#shared/exchange';
import { once } from '#shared/once';
import { momentOf } from '../aliyun/ask.ts';
import { saidBy } from '../codes.ts';
import { isSame } from '../means.ts';
import type { Receipt } from '../provider.ts';
import { receiptCodes } from './codes.ts';
import type { TencentMeans } from './keys.ts';

/** 短信下发状态通知: several at once, unsigned, by its own id alone. */
const reports = once(() =>
  z.array(
    z.object({
      sid: z.string().min(1),
      report_status: z.enum(['SUCCESS', 'FAIL']),
      errmsg: z.string().default(''),
      user_receive_time: z.string().optional(),
    }),
  ),
);

/** What Tencent tells of deliveries; undefined where it does not come from it, or cannot be read. */
export async function readReceipts(
  { bytes }: { bytes: () => Buffer },
  key: string,
  { keys, now }: Pick<TencentMeans, 'keys' | 'now'>,
): Promise<Receipt[] | undefined> {
  const held = await keys();
  if (!held || !isSame(key, held.receiptKey)) return undefined;
  const read = reports().safeParse(jsonOf(bytes()));
  return read.data?.flatMap(({ sid: providerRef, report_status, errmsg, user_receive_time }): Receipt[] => {
    const said =
      report_status === 'SUCCESS'
        ? ({ is: 'delivered', at: momentOf(user_receive_time) ?? now() } as const)
        : saidBy(receiptCodes, errmsg, now());
    return said.is === 'delivered' || said.is === 'failed' ? [{ of: { providerRef }, said }] : [];
  });
}
