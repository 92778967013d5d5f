import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import { saidBy } from '../codes.ts';
import type { Asked, Said } from '../provider.ts';
import { call, numberOf } from './call.ts';
import { receiptCodes } from './codes.ts';
import type { AliyunMeans } from './keys.ts';

const pageSize = 50;
/** A list ends by itself; whoever had more messages in a day than this is no person. */
const mostPages = 10;

const page = once(() =>
  z.object({
    Code: z.string(),
    SmsSendDetailDTOs: z
      .object({
        SmsSendDetailDTO: z.array(
          z.object({
            OutId: z.string().optional(),
            /** 1: waits for its receipt, 2: failed, 3: delivered. */
            SendStatus: z.coerce.number(),
            ErrCode: z.string().optional(),
            ReceiveDate: z.string().optional(),
          }),
        ),
      })
      .optional(),
  }),
);

/**
 * QuerySendDetails: the messages of a number of one day, among them ours by its OutId. SendSms itself takes the same OutId twice for two
 * messages (“不支持幂等”), so this is what keeps one from being sent again.
 */
export async function ask(
  { reference, to, begunAt, askedAt }: Asked,
  means: AliyunMeans,
): Promise<Said | { is: 'unknown' }> {
  const keys = await means.keys();
  // Whoever cannot ask does not know that it was not sent.
  if (!keys) return { is: 'silent', code: 'no-keys' };
  for (const day of new Set([begunAt, askedAt].map(dayOf))) {
    for (let at = 1; at <= mostPages; at++) {
      const query = {
        PhoneNumber: numberOf(to),
        SendDate: day.replaceAll('-', ''),
        PageSize: `${pageSize}`,
        CurrentPage: `${at}`,
      };
      const answer = await call('QuerySendDetails', query, { keys, means });
      // Who cannot be asked may have sent it.
      const read = 'json' in answer ? page().safeParse(answer.json).data : undefined;
      if (read?.Code !== 'OK') return { is: 'silent', code: 'not-asked' };
      const all = read.SmsSendDetailDTOs?.SmsSendDetailDTO ?? [];
      const found = all.find(({ OutId }) => OutId === reference);
      if (found) return standingOf(found, means.now());
      if (all.length < pageSize) break;
    }
  }
  return { is: 'unknown' };
}

interface Detail {
  SendStatus: number;
  ErrCode?: string | undefined;
  ReceiveDate?: string | undefined;
}

function standingOf({ SendStatus, ErrCode = 'UNKNOWN', ReceiveDate }: Detail, now: Date): Said {
  if (SendStatus === 3) return { is: 'delivered', at: momentOf(ReceiveDate) ?? now };
  return SendStatus === 2 ? saidBy(receiptCodes, ErrCode, now) : { is: 'sent' };
}

/** `2026-08-03 10:00:00` of Beijing; undefined where it is no time. */
export function momentOf(text: string | undefined): Date | undefined {
  const found = new Date(`${(text ?? '').replace(' ', 'T')}+08:00`);
  return Number.isNaN(found.getTime()) ? undefined : found;
}
