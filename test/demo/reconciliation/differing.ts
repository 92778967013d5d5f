import type { Hall } from '../../support/hall.ts';
import { expectStatus } from '../../support/cases.ts';
import { asRead, inCity } from '../../support/upload.ts';
import * as z from 'zod';
import type { Local } from '../../support/local.ts';
import { answered, type Story } from '../story.ts';
import { eventually } from '../../support/hall.ts';
import type { PaidDay } from './day.ts';
import type { Paid } from './payers.ts';

/** What each statement has that the ledger has not, and under which class the run must find it. */
export const expectedClasses = [
  'AMOUNT_OVER',
  'AMOUNT_UNDER',
  'CURRENCY_MISMATCH',
  'DATA_MISMATCH',
  'DIRECTION_MISMATCH',
  'DUPLICATE_IN_STATEMENT',
  'FEE_MISMATCH',
  'FILE_TOTAL_MISMATCH',
  'MISSING_IN_LEDGER',
  'SPLIT_MISMATCH',
  'STATUS_MISMATCH',
  'TIMING_CARRY_OVER',
  'TIMING_CARRY_OVER',
  'TIMING_CARRY_OVER',
  'UNPARSEABLE_ROW',
] as const;

const made = z.object({ items: z.tuple([z.object({ id: z.uuid() })]) });

/** One difference of each class is made, each in a row of its own; two bills of one number in the ledger no caller can make (I6). */
export async function differStory(
  hall: Hall,
  { step }: Story,
  { local, paid }: { local: Local; paid: PaidDay },
): Promise<void> {
  const refund = await giveBack(hall, { step }, { local, of: paid.wechat[0] });
  const [wechat, alipay, unionpay] = [paid.wechat, paid.alipay, paid.unionpay];
  const faults = [
    { channel: 'wechat', kind: 'wrong-amount', number: at(wechat[1]), byFen: 100 },
    { channel: 'wechat', kind: 'wrong-fee', number: at(wechat[2]), byFen: 3 },
    { channel: 'wechat', kind: 'wrong-currency', number: at(wechat[3]) },
    { channel: 'wechat', kind: 'row-split', number: at(wechat[4]), byFen: 30 },
    { channel: 'wechat', kind: 'row-late', number: at(wechat[5]) },
    { channel: 'wechat', kind: 'wrong-status', number: refund.replaceAll('-', '') },
    { channel: 'wechat', kind: 'row-extra', byFen: 4321 },
    { channel: 'alipay', kind: 'wrong-amount', number: at(alipay[0]), byFen: -50 },
    { channel: 'alipay', kind: 'wrong-ref', number: at(alipay[1]) },
    { channel: 'alipay', kind: 'row-twice', number: at(alipay[2]) },
    { channel: 'alipay', kind: 'row-missing', number: at(alipay[3]) },
    { channel: 'alipay', kind: 'bad-line', number: at(alipay[4]) },
    { channel: 'unionpay', kind: 'wrong-direction', number: at(unionpay[0]) },
    { channel: 'wechat', kind: 'wrong-total', byFen: 500 },
  ] as const;
  await step(
    '造差 · one difference of each class is put into the statements of the channels',
    async () => {
      for (const one of faults) await local.differ({ ...one, times: 1, day: paid.day });
      return faults.length;
    },
    (n) => n === 14,
  );
}

const at = (one: Paid | undefined) => one?.number;

/** A part of the first goes back: the channel's statement will not say so. */
async function giveBack(
  hall: Hall,
  { step }: Story,
  { local, of }: { local: Local; of: Paid | undefined },
): Promise<string> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const billId = of?.billId ?? '';
  const bill = await expectStatus(hall.as('company').get(`/payments/bills/${billId}`, inCity), 200);
  const { amountFen, code } = z
    .object({ amountFen: z.int(), lines: z.tuple([z.object({ code: z.string() })]) })
    .transform(({ amountFen: whole, lines: [line] }) => ({ amountFen: whole, code: line.code }))
    .parse(bill.body);
  const lines = [{ code, amountFen: 1000 }];
  const wish = { lines, refundableFen: amountFen, reason: '少收工本' };
  const proposed = await expectStatus(maker.post(`/payments/bills/${billId}/refunds`, wish, inCity), 201);
  const [{ id }] = made.parse(proposed.body).items;
  const path = `/payments/refunds/${id}`;
  await expectStatus(checker.post(`${path}/approve`, {}, await asRead(checker, path)), 200);
  await step(
    '退款 · a part of one goes back the way it came',
    async () => {
      await local.pass('+5m');
      return eventually(() => maker.get(`/payments/refunds/${id}`, inCity), answered(200, 'done'));
    },
    answered(200, 'done'),
  );
  return id;
}
