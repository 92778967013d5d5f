import * as z from 'zod';
import { daysAfter, isWorkingDay } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { expectStatus } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';
import type { PaidDay } from './day.ts';
import { sendIn, statementOf } from './statements.ts';

const drawn = z.object({
  items: z.array(z.object({ id: z.string(), merchant: z.string(), status: z.string(), netFen: z.int() })),
});

/** What is reconciled goes on a list for the treasury, which is given it. */
export async function listStory(hall: Hall, { step }: Story): Promise<string> {
  const finance = hall.as('finance.city');
  const answer = await step(
    '缴库清单 · what is reconciled is drawn into a list, by payee, subject and level, gross',
    () => finance.post('/payments/remittances', { merchant: 'treasury' }, inCity),
    (one) => answered(200)(one) && drawn.parse(one.body).items.some(({ netFen }) => netFen > 0),
  );
  const id = drawn.parse(answer.body).items[0]?.id ?? '';
  await step(
    '报送国库 · the treasury is given the list',
    () => finance.post(`/payments/remittances/${id}/send`, {}, inCity),
    answered(200, 'sent'),
  );
  return id;
}

/** What is of another currency, or not done, the channel does not pay out yet. */
const notPaidOut = ['CURRENCY_MISMATCH', 'STATUS_MISMATCH'] as const;
const negative = ({ inFen, outFen } = { inFen: 0, outFen: 0 }) => ({ inFen: -inFen, outFen: -outFen });

const header = '交易日期,交易时间,流水号,借贷方向,金额,币种,账号,对方户名,摘要';
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** The bank's statement of the next day on which it works shows what the channels and the counter have brought. */
export async function bankStory(
  hall: Hall,
  { step }: Story,
  { local, paid, list, typedFen }: { local: Local; paid: PaidDay; list: string; typedFen: number },
): Promise<void> {
  const { day, counter } = paid;
  let bankDay = daysAfter(day, 1);
  while (!isWorkingDay(bankDay, shippedCalendars)) bankDay = daysAfter(bankDay, 1);
  const days = Math.round((Date.parse(bankDay) - Date.parse(day)) / 86_400_000);
  const [wechat, alipay, unionpay] = await Promise.all(
    ['wechat', 'alipay', 'unionpay'].map(async (channel) => {
      const { rows, classes } = await statementOf(hall, `${channel}.treasury.${day}`);
      const kept = [rows, ...notPaidOut.map((one) => negative(classes[one]))];
      const paidOut = kept.reduce((fen, one) => fen + one.inFen - one.outFen, 0);
      return paidOut + (channel === 'alipay' ? typedFen : 0);
    }),
  );
  const on = day.replaceAll('-', '');
  const credits: [string, number, string, string][] = [
    ['B-1', wechat ?? 0, '财付通支付科技有限公司', `${on}结算款`],
    ['B-2', alipay ?? 0, '支付宝（中国）网络技术有限公司', `${on}结算款`],
    ['B-3', unionpay ?? 0, '中国银联股份有限公司', `${on}清算`],
    ['B-4', counter.pos, '中国银联股份有限公司', `${on}收单`],
    ['TR-1', counter.transfer, '福州示例科技有限公司', '汇款'],
    ['D-DAY-1', counter.cash, '', '现金缴存'],
  ];
  const lines = credits.map(([number, fen, payer, remark]) =>
    [bankDay, '11:20:00', number, '贷', yuan(fen), 'CNY', '', payer, remark].join(','),
  );
  await step(
    `银行流水 · the bank's statement of ${bankDay} shows what the channels and the counter have brought`,
    async () => {
      await local.pass(`+${days}d`);
      return sendIn(hall, `bank.treasury.${bankDay}`, [header, ...lines].join('\r\n'));
    },
    answered(200, 'received'),
  );
  const finance = hall.as('finance.city');
  const bank = () => finance.get(`/payments/reconciliations/bank.treasury.${bankDay}`, inCity);
  await step(
    '第三方核对 · every credit of the bank is what a channel or a slip has promised',
    () => eventually(bank, answered(200, 'matched')),
    ({ body }) => {
      const { classes } = z.object({ classes: z.record(z.string(), z.object({ rows: z.int() })) }).parse(body);
      return Object.keys(classes).join() === 'MATCHED' && classes['MATCHED']?.rows === credits.length;
    },
  );
  await step(
    '缴库确认 · the list is confirmed by the bank, and its bills are where the law puts their money',
    async () => {
      await local.pass('+10m');
      return eventually(() => finance.get(`/payments/remittances/${list}`, inCity), answered(200, 'confirmed'));
    },
    answered(200, 'confirmed'),
  );
  const billId = paid.wechat[10]?.billId ?? '';
  await step(
    '缴费单 · whoever has paid sees that it has been remitted',
    () => expectStatus(hall.as('company').get(`/payments/bills/${billId}`, inCity), 200),
    answered(200, 'remitted'),
  );
}
