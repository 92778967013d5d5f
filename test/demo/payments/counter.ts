import { idOf } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import { asRead, inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const floatFen = 20_000;

/** A bill is paid in cash, and the till is counted by two people. */
export async function counterStory(hall: Hall, { step }: Story, billId: string): Promise<void> {
  const [cashier, finance] = [hall.as('cashier'), hall.as('finance.city')];
  const opened = await step(
    '开班 · a cashier of Gulou opens a shift, with some change in the till',
    () => cashier.post('/payments/shifts', { hall: 'gulou-hall', window: '12', floatFen }, inCity),
    answered(201, 'open'),
  );
  const path = `/payments/shifts/${idOf(opened)}`;
  const seen = await step(
    '查单 · and reads what is to be paid',
    () => cashier.get(`/payments/counter/bills/${billId}`, inCity),
    answered(200, 'due'),
  );
  const amountFen = Number(seen.body['amountFen']);
  await step(
    '柜台缴费 · the company pays in cash, and has its change back',
    () => cashier.post(`${path}/payments`, { billIds: [billId], way: 'cash', receivedFen: amountFen + 5000 }, inCity),
    ({ status, body }) => status === 201 && body['changeFen'] === 5000,
  );
  await step(
    '同样到账 · it is paid as if it had been paid online',
    () => eventually(() => hall.as('company').get(`/payments/bills/${billId}`, inCity), answered(200, 'paid')),
    answered(200, 'paid'),
  );
  const cashFen = floatFen + amountFen;
  await step(
    '清点 · at the end he counts his till',
    () => cashier.post(`${path}/count`, { cashFen }, inCity),
    answered(200, 'counted'),
  );
  await step(
    '不得自审 · but not alone',
    async () => cashier.post(`${path}/seal`, { cashFen, bag: 'FZ-1' }, await asRead(cashier, path)),
    refused(403, 'own-shift'),
  );
  await step(
    '复点封包 · somebody else comes to the same sum and seals the bag',
    async () => finance.post(`${path}/seal`, { cashFen, bag: 'FZ-1' }, await asRead(finance, path)),
    answered(200, 'sealed'),
  );
  await step(
    '缴存 · the cash is at the bank, by its slip',
    () => finance.post(`${path}/deposit`, { slips: [{ merchant: 'treasury', slip: 'D-1', amountFen }] }, inCity),
    answered(200, 'deposited'),
  );
}
