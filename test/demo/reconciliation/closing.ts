import * as z from 'zod';
import { daysAfter } from '#shared/calendar';
import { expectStatus } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { asRead, inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const period = z.object({
  status: z.string(),
  checks: z.array(z.object({ check: z.string(), done: z.boolean(), open: z.array(z.unknown()) })),
});

/** Nobody closes a day of which something is open. */
export async function notYetStory(hall: Hall, { step }: Story, day: string): Promise<void> {
  await step(
    '未清不结 · a day with open differences is not closed, and the checklist names what is open',
    () => hall.as('finance.city').post(`/payments/days/${day}/propose`, {}, inCity),
    refused(409, 'not-closable'),
  );
}

/** The day, and those before it that nobody has closed, are closed by two people. */
export async function closeStory(hall: Hall, { step }: Story, day: string): Promise<void> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const show = (at: string) => maker.get(`/payments/days/${at}`, inCity);
  for (const at of await unclosed(show, day)) {
    await step(
      `结账 ${at} · one person proposes to close the day`,
      () => maker.post(`/payments/days/${at}/propose`, {}, inCity),
      answered(200),
    );
    await step(
      `结账 ${at} · another agrees: it is sealed, and opened never again`,
      async () => {
        const path = `/payments/days/${at}`;
        await expectStatus(checker.post(`${path}/approve`, {}, await asRead(checker, path)), 200);
        return eventually(() => show(at), answered(200, 'closed'));
      },
      answered(200, 'closed'),
    );
  }
  await step(
    '平衡 · debits and credits are equal, and the day says that it is closed',
    () => maker.get(`/payments/reports/trial-balance?day=${day}`, inCity),
    ({ status, body }) => status === 200 && body['differenceFen'] === 0 && body['closed'] === true,
  );
}

/** From the first day of the ledger on, the oldest first. */
async function unclosed(show: (day: string) => Promise<Answer>, day: string): Promise<string[]> {
  const days: string[] = [];
  for (let at = day; ; at = daysAfter(at, -1)) {
    const answer = await show(at);
    if (answer.status !== 200 || period.parse(answer.body).status === 'closed') return days;
    days.unshift(at);
  }
}
