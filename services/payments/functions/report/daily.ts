import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { yuanOf } from '#shared/money';
import { payeeLines, releasedLines, statementLine } from '../../domain/report/daily.ts';
import type { dailyQuery } from '../../schemas/report.ts';
import { expectedOf } from '../close/bank-leg.ts';
import { everyPage } from '../every-page.ts';
import { reportOf } from '#shared/csv-reply';
import { sumOfDay } from './sums.ts';

const header =
  '日期,类别,渠道,商户,执收单位,去向,收款,退款,已对账,已划转,对账状态,笔数,相符笔数,相符收款,相符退款,手续费,未了差错,未了差错金额';
const none = Array.from({ length: 8 }, () => '');

/** 日报: by channel and payee what a day brought, and how its statements stand. */
export const readDaily =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof dailyQuery>>>): Promise<HttpResponse> => {
    const date = call.query.date ?? dayOf(call.cause.at);
    if (date > dayOf(call.cause.at)) return refuse(problems.notFound);
    const [{ closed, sum }, found, shown] = await Promise.all([
      sumOfDay(date, deps),
      deps.reconciliations.ofDay(date),
      expectedOf(date, deps),
    ]);
    const exceptions = await Promise.all(found.map(({ id }) => everyPage((at) => deps.exceptions.of(id, at))));
    const payees = payeeLines(sum, releasedLines(found, exceptions.flat(), shown));
    const statements = found.map((one, n) => statementLine(one, exceptions[n] ?? []));
    const rows = [
      ...payees.map((one) => {
        const fen = [one.takenFen, one.backFen, one.releasedFen, one.passedOnFen].map(yuanOf);
        return [date, '执收单位', one.channel, '', one.payee, one.destination, ...fen, ...none];
      }),
      ...statements.map((one) => {
        const counts = [one.rows, one.matchedRows].map(String);
        const fen = [one.matchedInFen, one.matchedOutFen, one.feeFen].map(yuanOf);
        const open = [String(one.openItems), yuanOf(one.openFen)];
        return [
          date,
          '对账',
          one.channel,
          one.merchant,
          '',
          '',
          '',
          '',
          '',
          '',
          one.status,
          ...counts,
          ...fen,
          ...open,
        ];
      }),
    ];
    return reportOf(
      call,
      { date, closed, payees, statements },
      { name: `daily-${date}`, header: header.split(','), rows },
    );
  };
