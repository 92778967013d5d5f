import { createHash } from 'node:crypto';
import * as z from 'zod';
import { expectStatus } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import type { Story } from '../story.ts';
import { differencesOf } from './clearing.ts';
import { expectedClasses } from './differing.ts';

const tally = z.object({ rows: z.int(), inFen: z.int(), outFen: z.int(), feeFen: z.int() });
const shown = z.object({
  id: z.string(),
  status: z.string(),
  channel: z.string(),
  merchant: z.string(),
  progress: z.object({ done: z.int(), of: z.int() }),
  badLines: z.int(),
  classes: z.record(z.string(), tally).default({}),
});
const whole = shown.extend({ rows: tally });

/** The statements of a day of the channels: each is there, and whole. */
export async function matchedStory(hall: Hall, { step }: Story, day: string): Promise<void> {
  const finance = hall.as('finance.city');
  const list = () => finance.get(`/payments/reconciliations?date=${day}&limit=100`, inCity);
  await step(
    '对账单 · the statements of all channels and merchants have come, and each row is in a class',
    () => eventually(list, ({ body }) => ofChannels(body).every(({ status }) => status === 'matched')),
    ({ body }) => {
      const all = ofChannels(body);
      return (
        all.length > 0 && all.every(({ status, progress }) => status === 'matched' && progress.done === progress.of)
      );
    },
  );
  await step(
    '总分核对 · the rows by class come to the whole of the file',
    async () =>
      Promise.all(['wechat', 'alipay', 'unionpay'].map((channel) => statementOf(hall, `${channel}.treasury.${day}`))),
    (found) =>
      found.every(({ classes, rows, badLines }) => {
        const sum = (of: keyof z.infer<typeof tally>) => Object.values(classes).reduce((fen, one) => fen + one[of], 0);
        return sum('rows') === rows.rows + badLines && sum('inFen') === rows.inFen && sum('outFen') === rows.outFen;
      }),
  );
  await step(
    '差错 · the run finds what was put in, and nothing else',
    () => differencesOf(hall, day),
    (found) => JSON.stringify(found.map((one) => one.class).toSorted()) === JSON.stringify(expectedClasses.toSorted()),
  );
}

/** Banks follow later. */
const ofChannels = (body: unknown) =>
  z
    .object({ items: z.array(shown) })
    .parse(body)
    .items.filter(({ channel }) => channel !== 'bank');

export async function statementOf(hall: Hall, id: string) {
  const answer = await expectStatus(hall.as('finance.city').get(`/payments/reconciliations/${id}`, inCity), 200);
  return whole.parse(answer.body);
}

const declared = z.object({
  uploadId: z.uuid(),
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }),
});

/** Finance sends in a file of its own. */
export async function sendIn(hall: Hall, id: string, text: string) {
  const finance = hall.as('finance.city');
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = `/payments/reconciliations/${id}/statement`;
  const { body } = await expectStatus(finance.post(path, { sha256, bytes: bytes.length }, inCity), 201);
  const { uploadId, upload } = declared.parse(body);
  const sent = await fetch(upload.url, { method: 'PUT', body: bytes, headers: upload.headers });
  if (!sent.ok) throw new Error(`the bucket does not take the file: ${sent.status}`);
  return finance.post(`${path}/confirm`, { uploadId, sha256 }, inCity);
}
