import * as z from 'zod';
import { jsonOf } from '#shared/exchange';
import { once } from '#shared/once';
import { saidBy } from '../codes.ts';
import { isSame } from '../means.ts';
import type { Receipt } from '../provider.ts';
import { momentOf } from './ask.ts';
import { receiptCodes } from './codes.ts';
import type { AliyunMeans } from './keys.ts';

/** SmsReport, pushed by HTTP: several at once, unsigned, with our reference. */
const reports = once(() =>
  z.array(
    z.object({
      out_id: z.string().min(1),
      success: z.boolean(),
      err_code: z.string().optional(),
      report_time: z.string().optional(),
    }),
  ),
);

/** What Aliyun tells of deliveries; undefined where it does not come from it, or cannot be read. */
export async function readReceipts(
  { bytes }: { bytes: () => Buffer },
  key: string,
  { keys, now }: Pick<AliyunMeans, 'keys' | 'now'>,
): Promise<Receipt[] | undefined> {
  const held = await keys();
  if (!held || !isSame(key, held.receiptKey)) return undefined;
  const read = reports().safeParse(jsonOf(bytes()));
  return read.data?.flatMap(({ out_id: reference, success, err_code = 'UNKNOWN', report_time }): Receipt[] => {
    const said = success
      ? ({ is: 'delivered', at: momentOf(report_time) ?? now() } as const)
      : saidBy(receiptCodes, err_code, now());
    return said.is === 'delivered' || said.is === 'failed' ? [{ of: { reference }, said }] : [];
  });
}
