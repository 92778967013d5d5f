import type * as z from 'zod';
import { dayOf, daysAfter, daysBetween, nextDay } from '#shared/calendar';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { addSum, emptySum } from '../../domain/close/sum.ts';
import { yuanOf } from '#shared/money';
import { feeLines, refundLines, refundSteps, totalsOf } from '../../domain/report/lines.ts';
import { tooLong } from '../../problems/report.ts';
import type * as schemas from '../../schemas/report.ts';
import { reportOf } from '#shared/csv-reply';
import { daysUpTo, sumOfDay, sumOfMonth } from './sums.ts';

type Asked<Query extends () => z.ZodType> = Call<z.infer<ReturnType<Query>>>;

/** How many days one report reads. */
const mostDays = 92;
const refundHeader = '日期,渠道,应退笔数,应退,渠道已退笔数,渠道已退,人工已付笔数,人工已付,国库退付笔数,国库退付';

/** 退款表: day by day and channel by channel. */
export const readRefundsReport =
  (deps: PaymentsDeps) =>
  async (call: Asked<typeof schemas.fromToQuery>): Promise<HttpResponse> => {
    const today = dayOf(call.cause.at);
    const { to = today } = call.query;
    const { from = daysAfter(to, -30) } = call.query;
    if (daysBetween(from, to) >= mostDays) return refuse(tooLong);
    const days = await booked({ from, to: to < today ? to : today }, deps);
    const sums = await Promise.all(days.map((day) => sumOfDay(day, deps)));
    const items = sums.flatMap(({ id: date, closed, sum }) =>
      refundLines(sum).map((line) => ({ date, closed, ...line })),
    );
    const rows = items.map((one) => [
      one.date,
      one.channel,
      ...refundSteps.flatMap((step) => [String(one[step].items), yuanOf(one[step].amountFen)]),
    ]);
    return reportOf(
      call,
      { from, to, items },
      { name: `refunds-${from}-${to}`, header: refundHeader.split(','), rows },
    );
  };

/** The days of these on which there are books. */
async function booked({ from, to }: { from: string; to: string }, { ledger }: PaymentsDeps): Promise<string[]> {
  const first = (await ledger.firstDay()) ?? nextDay(to);
  const days: string[] = [];
  for (let day = from < first ? first : from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

/** 手续费表 of a month, by channel and merchant. */
export const readFees =
  (deps: PaymentsDeps) =>
  async (call: Asked<typeof schemas.monthQuery>): Promise<HttpResponse> => {
    const month = call.query.month ?? dayOf(call.cause.at).slice(0, 7);
    const { closed, sum } = await sumOfMonth(month, call.cause.at, deps);
    const items = feeLines(sum);
    const feeFen = items.reduce((fen, one) => fen + one.feeFen, 0);
    const rows = items.map((one) => [month, one.channel, one.merchant, yuanOf(one.feeFen)]);
    const header = ['月份', '渠道', '商户', '手续费'];
    return reportOf(call, { month, closed, feeFen, items }, { name: `fees-${month}`, header, rows });
  };

/** 月报: what each month of a year comes to, and their sum. */
export const readMonths =
  (deps: PaymentsDeps) =>
  async (call: Asked<typeof schemas.yearQuery>): Promise<HttpResponse> => {
    const year = call.query.year ?? dayOf(call.cause.at).slice(0, 4);
    const months = await daysUpTo(year, call.cause.at, deps);
    const sums = await Promise.all(months.map((month) => sumOfMonth(month, call.cause.at, deps)));
    const whole = emptySum();
    for (const { sum } of sums) addSum(whole, sum);
    const items = sums.map(({ id: month, closed, sum }) => ({ month, closed, ...totalsOf(sum) }));
    const total = totalsOf(whole);
    const rows = items.map((one) => lineOf(one.month, one.closed ? '已结' : '未结', one));
    const header = ['月份', '结账', '分录', '收款', '退款', '已划转', '手续费', '以前年度'];
    return reportOf(
      call,
      { year, items, total },
      {
        name: `months-${year}`,
        header,
        rows: [...rows, lineOf('合计', '', total)],
      },
    );
  };

function lineOf(of: string, state: string, one: ReturnType<typeof totalsOf>): string[] {
  const fen = [one.takenFen, one.backFen, one.passedOnFen, one.feeFen, one.lateFen].map(yuanOf);
  return [of, state, String(one.entries), ...fen];
}
