import * as z from 'zod';
import { itemsOf, pathOf, submitted } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';
import { sentTo } from './number.ts';

const proof = z.object({
  deliveries: z.array(
    z.object({ channel: z.string(), status: z.string(), provider: z.string().optional(), tries: z.int() }),
  ),
  timeline: z.array(z.object({ act: z.string() })),
});
export const proofOf = ({ body }: Answer) => proof.parse(body);

export interface Correction {
  caseId: string;
  noticeId: string;
}

/** 一次性告知 by SMS: the first provider that is asked is down, and the other sends it. */
export async function correctionStory(hall: Hall, { step }: Story, local: Local): Promise<Correction> {
  const company = hall.as('company');
  const caseId = await step(
    '申请 · the company hands in an application in Gulou',
    () => submitted(company),
    (id) => id !== '',
  );
  // What the application itself has told is out first: the fault strikes what comes next.
  await local.pass('+1s');
  await local.failProvider({ provider: 'any', kind: 'down', times: 1 });
  await step(
    '一次性告知 · the clerk tells all that is wrong with it, while the provider of SMS that is asked first is down',
    () =>
      hall.as('clerk').post(`${pathOf(caseId)}/request-correction`, {
        defects: [{ pointer: '/uscc', what: '统一社会信用代码不完整', mend: '填写十八位代码' }],
      }),
    answered(200, 'correcting'),
  );
  const noticeId = await step(
    '收件箱 · it stands in the inbox at once, with a notice beside it',
    async () => {
      const told = await eventually(
        () => company.get('/notifications/inbox', inCity),
        (answer) => noticeIn(answer, caseId) !== '',
      );
      return noticeIn(told, caseId);
    },
    (id) => id !== '',
  );
  await step(
    '转由另一家 · the other provider has sent it: one message, one telephone',
    () =>
      eventually(
        () => company.get(`/notifications/${noticeId}/proof`, inCity),
        (answer) => proofOf(answer).deliveries[0]?.status === 'delivered',
      ),
    (answer) =>
      proofOf(answer).deliveries[0]?.tries === 2 && proofOf(answer).timeline.some(({ act }) => act === 'put-off'),
  );
  await step(
    '不重复 · the telephone rang once for it',
    () => sentTo(local),
    (sent) => sent.filter(({ reference }) => reference === `${noticeId}.1`).length === 1,
  );
  return { caseId, noticeId };
}

function noticeIn(answer: Answer, caseId: string): string {
  const line = itemsOf(answer).find((one) => one['caseId'] === caseId && one['message'] === 'correcting');
  const id = line?.['noticeId'];
  return typeof id === 'string' ? id : '';
}
