import * as z from 'zod';
import { idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const shown = z.object({
  payments: z.array(z.object({ number: z.string(), show: z.object({ code: z.url() }).optional() })).length(1),
});
const paymentOf = ({ body }: Answer) => shown.parse(body).payments[0];

/** One click over three payees, with an answer of the channel that is lost; gives the order. */
export async function oneClickStory(
  hall: Hall,
  { step }: Story,
  { bills, local }: { bills: string[]; local: Local },
): Promise<string> {
  const company = hall.as('company');
  const placed = await step(
    '一键缴费 · three bills of three payees are one order, and one payment',
    () => company.post('/payments/orders', { billIds: bills, channel: 'wechat' }, inCity),
    (answer) => answered(201, 'open')(answer) && answer.body['payments'] === 1,
  );
  const path = `/payments/orders/${idOf(placed)}`;
  await step(
    '不重复 · a bill is in one live order only',
    () => company.post('/payments/orders', { billIds: bills.slice(1), channel: 'alipay' }, inCity),
    refused(409, 'bill-not-payable'),
  );
  await local.fail({ channel: 'wechat', kind: 'lost-reply', times: 1 });
  const begin = () => company.post(`${path}/payments/1/begin`, { way: 'native' }, inCity);
  const lost = await step(
    '回音丢失 · WeChat’s answer is lost: the payment is being confirmed, and nobody is charged a second time',
    begin,
    answered(200, 'confirming'),
  );
  const begun = await step(
    '再次确认 · asked again it is the same charge, and there is a code to scan',
    begin,
    (answer) => paymentOf(answer)?.number === paymentOf(lost)?.number && Boolean(paymentOf(answer)?.show),
  );
  const code = paymentOf(begun)?.show?.code ?? '';
  await local.fail({ channel: 'wechat', kind: 'notice-lost', times: 1 });
  await step(
    '支付 · the company pays; WeChat’s notice is lost as well',
    async () => (await fetch(code, { method: 'POST' })).ok && company.get(path, inCity),
    (answer) => answer !== false && answer.body['status'] !== 'paid',
  );
  await step(
    '稍后得知 · the clock asks the channel again, and the order is paid',
    async () => {
      await local.pass('+10m');
      return company.get(path, inCity);
    },
    answered(200, 'paid'),
  );
  await step(
    '入账 · each bill is paid, whoever it goes to',
    () =>
      Promise.all(
        bills.map((id) => eventually(() => company.get(`/payments/bills/${id}`, inCity), answered(200, 'paid'))),
      ),
    (answers) => answers.every(answered(200, 'paid')),
  );
  return idOf(placed);
}
