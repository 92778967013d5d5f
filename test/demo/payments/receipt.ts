import * as z from 'zod';
import { etagOf, idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';

const receipts = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      orderId: z.uuid(),
      status: z.string(),
      kind: z.enum(['blue', 'red']),
      payee: z.string(),
      code: z.string(),
      number: z.string(),
      check: z.string(),
    }),
  ),
});
const file = z.object({ url: z.url(), bytes: z.int() });

/** Finance gives numbers, and each payee’s receipt is made, sealed and verified. */
export async function receiptStory(hall: Hall, story: Story, orderId: string): Promise<void> {
  await given(hall, story);
  const company = hall.as('company');
  const ofOrder = ({ body }: Answer) => receipts.parse(body).items.filter((one) => one.orderId === orderId);
  const good = (answer: Answer) => ofOrder(answer).filter((one) => one.kind === 'blue' && one.status !== 'reversed');
  const isMade = (answer: Answer) => good(answer).length === 3 && ofOrder(answer).some(({ kind }) => kind === 'red');
  const list = await story.step(
    '财政票据 · one receipt for each payee of the order; what went back is taken back by a red one, and the rest stands on a new one',
    () => eventually(() => company.get('/payments/receipts?limit=100', inCity), isMade),
    isMade,
  );
  const one = good(list).find(({ payee }) => payee === 'mnr');
  const path = `/payments/receipts/${one?.id}/file`;
  await story.step(
    '取票 · the company fetches the sealed PDF',
    async () => {
      const { body } = await eventually(() => company.get(path, inCity), answered(200));
      return new Uint8Array(await (await fetch(file.parse(body).url)).arrayBuffer());
    },
    (bytes) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-',
  );
  const query = `code=${one?.code}&number=${one?.number}&check=${one?.check}`;
  await story.step(
    '查验 · whoever holds it verifies it without a login',
    () => hall.anyone.get(`/payments/public/receipts/verify?${query}`, inCity),
    answered(200),
  );
}

/** A segment of numbers, by two people; numbers of an earlier telling stay used. */
async function given(hall: Hall, { step }: Story): Promise<void> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const from = 1 + Math.floor(Math.random() * 9_000_000) * 1000;
  const { headers } = await hall.anyone.get('/health', inCity);
  const year = new Date(new Date(headers.get('Date') ?? Date.now()).getTime() + 8 * 3_600_000).getUTCFullYear();
  const body = { code: `350101${String(year).slice(2)}`, from, to: from + 999 };
  const proposed = await step(
    '票号 · finance gives a segment of receipt numbers',
    () => maker.post('/payments/receipt-segments', body, inCity),
    answered(201),
  );
  await step(
    '核准 · another person approves it',
    () =>
      checker.post(
        `/payments/receipt-segments/${idOf(proposed)}/approve`,
        {},
        { ...inCity, ifMatch: etagOf(proposed) },
      ),
    answered(200),
  );
}
