import * as z from 'zod';
import { once } from '#shared/once';
import { saidBy } from '../codes.ts';
import type { Asked, Said } from '../provider.ts';
import { call } from './call.ts';
import { receiptCodes } from './codes.ts';
import type { TencentMeans } from './keys.ts';

/** It lists what has a report of the operator: of a message that went out just now it does not know yet. */
const knownAfterMs = 4 * 60_000;

const statuses = once(() =>
  z.object({
    Response: z.object({
      PullSmsSendStatusSet: z.array(
        z.object({
          SerialNo: z.string(),
          ReportStatus: z.enum(['SUCCESS', 'FAIL']),
          Description: z.string().default(''),
          UserReceiveTime: z.int().optional(),
          SessionContext: z.string().default(''),
        }),
      ),
    }),
  }),
);

/**
 * PullSmsSendStatusByPhoneNumber: the reports of a number, among them ours by its SessionContext. SendSms takes the same context twice
 * for two messages. Only what is reported is listed, so that one whose phone is off may be sent twice: record 53.
 */
export async function ask(
  { reference, to, begunAt, askedAt }: Asked,
  means: TencentMeans,
): Promise<Said | { is: 'unknown' }> {
  const keys = await means.keys();
  // Whoever cannot ask does not know that it was not sent.
  if (!keys) return { is: 'silent', code: 'no-keys' };
  const BeginTime = Math.floor(begunAt.getTime() / 1000) - 60;
  const body = { BeginTime, Offset: 0, Limit: 100, PhoneNumber: to, SmsSdkAppId: keys.sdkAppId };
  const answer = await call('PullSmsSendStatusByPhoneNumber', body, { keys, means });
  const read = 'json' in answer ? statuses().safeParse(answer.json).data : undefined;
  if (!read) return { is: 'silent', code: 'not-asked' };
  const found = read.Response.PullSmsSendStatusSet.find(({ SessionContext }) => SessionContext === reference);
  if (!found) {
    const isTooEarly = means.now().getTime() - askedAt.getTime() < knownAfterMs;
    return isTooEarly ? { is: 'silent', code: 'not-known-yet' } : { is: 'unknown' };
  }
  const { SerialNo, ReportStatus, Description, UserReceiveTime } = found;
  if (ReportStatus === 'FAIL') return saidBy(receiptCodes, Description, means.now());
  const at = UserReceiveTime ? new Date(UserReceiveTime * 1000) : means.now();
  return { is: 'delivered', providerRef: SerialNo, at };
}
