import { dayOf, startOf } from '#shared/calendar';
import { expectStatus, idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { asRead, inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';
import { ask, inTurns, payMany, type Paid } from './payers.ts';

export interface PaidDay {
  day: string;
  wechat: Paid[];
  alipay: Paid[];
  unionpay: Paid[];
  /** What was taken at the counter, in fen. */
  counter: Counter;
}

interface Counter {
  cash: number;
  pos: number;
  transfer: number;
}

const morning = 8;

/** A day on which so many payments are made: by the three channels, and at a counter. */
export async function dayStory(
  hall: Hall,
  { step }: Story,
  { local, payments }: { local: Local; payments: number },
): Promise<PaidDay> {
  await intoTheMorning(local);
  const day = dayOf(await local.now());
  const counts = { wechat: Math.floor(payments * 0.5), alipay: Math.floor(payments * 0.3), counter: 3 };
  const left = payments - counts.wechat - counts.alipay - counts.counter;
  const paying = (channel: 'wechat' | 'alipay' | 'unionpay', count: number) =>
    step(
      `${channel} · ${count} payments`,
      () => payMany(hall, { channel, count }),
      (paid) => paid.length === count,
    );
  const wechat = await paying('wechat', counts.wechat);
  const alipay = await paying('alipay', counts.alipay);
  const unionpay = await paying('unionpay', left);
  const counter = await atTheCounter(hall, { step });
  const all = [...wechat, ...alipay, ...unionpay];
  await step(
    '到账 · the channels have told of each, and every bill is paid',
    async () => {
      await local.pass('+2m');
      const bill = (n: number) => hall.as('company').get(`/payments/bills/${all[n]?.billId}`, inCity);
      return inTurns(all.length, async (n) => eventually(() => bill(n), answered(200, 'paid')));
    },
    (answers) => answers.every(answered(200, 'paid')),
  );
  return { day, wechat, alipay, unionpay, counter };
}

/** What is paid late in the evening is another day's at one of the channels. */
async function intoTheMorning(local: Local): Promise<void> {
  const now = await local.now();
  const today = startOf(dayOf(now)).getTime() + morning * 3_600_000;
  const next = now.getTime() < today ? today : today + 86_400_000;
  await local.pass(`+${Math.ceil((next - now.getTime()) / 60_000)}m`);
}

/** By notes, by a card and by a transfer; the till is counted, and its bag is at the bank. */
async function atTheCounter(hall: Hall, { step }: Story): Promise<Counter> {
  const [cashier, finance] = [hall.as('cashier'), hall.as('finance.city')];
  const shift = await expectStatus(
    cashier.post('/payments/shifts', { hall: 'gulou-hall', window: '12', floatFen: 20_000 }, inCity),
    201,
  );
  const path = `/payments/shifts/${idOf(shift)}`;
  const taken = await step(
    '窗口 · three more at a counter: by notes, by card, by transfer',
    async () => {
      const answers: Answer[] = [];
      for (const way of [{ way: 'cash' }, { way: 'pos', slip: 'POS-1' }, { way: 'transfer', slip: 'TR-1' }]) {
        const billIds = [await ask(hall, answers.length)];
        answers.push(await cashier.post(`${path}/payments`, { billIds, ...way }, inCity));
      }
      return answers;
    },
    (answers) => answers.every(({ status }) => status === 201),
  );
  const [amountFen = 0, pos = 0, transfer = 0] = taken.map(({ body }) => Number(body['amountFen']));
  const cashFen = 20_000 + amountFen;
  await expectStatus(cashier.post(`${path}/count`, { cashFen }, inCity), 200);
  const sealed = finance.post(`${path}/seal`, { cashFen, bag: 'FZ-9' }, await asRead(finance, path));
  await expectStatus(sealed, 200);
  const slips = [{ merchant: 'treasury', slip: 'D-DAY-1', amountFen }];
  await expectStatus(finance.post(`${path}/deposit`, { slips }, inCity), 200);
  return { cash: amountFen, pos, transfer };
}
