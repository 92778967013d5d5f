import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { yuanOf } from '#shared/money';
import type { dailyQuery } from '../../schemas/report.ts';
import { ageingOf, digestOf } from '../close/ageing-of.ts';
import { reportOf } from '#shared/csv-reply';

const header = ['日期', '类别', '事项', '责任', '账龄（天）', '笔数', '金额', '最早日期'];

/** 账龄表: what is open by age and owner, and the digest by which the close of a month names it. */
export const readAgeing =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof dailyQuery>>>): Promise<HttpResponse> => {
    const date = call.query.date ?? dayOf(call.cause.at);
    if (date > dayOf(call.cause.at)) return refuse(problems.notFound);
    const items = await ageingOf(date, deps);
    const rows = items.map(({ kind, of, owner, band, items: n, amountFen, oldest }) => {
      return [date, kind === 'account' ? '科目' : '差错', of, owner, band, String(n), yuanOf(amountFen), oldest];
    });
    return reportOf(call, { date, digest: digestOf(items), items }, { name: `ageing-${date}`, header, rows });
  };
