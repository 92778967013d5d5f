import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { pageOnly } from '../../schemas/order.ts';
import { expectedOf, showBankLeg } from './bank-leg.ts';
import { checksOf } from './checks-of.ts';
import { showPeriod } from './show-period.ts';

/** 结账清单: how a day, month or year stands, what is done of it and what is not. */
export const readPeriod =
  (deps: PaymentsDeps) =>
  async ({ params, cause, scope }: Call): Promise<HttpResponse> => {
    const id = params['id'] ?? '';
    const [found, checks, sum] = await Promise.all([
      deps.periods.load(id),
      checksOf(id, cause.at, deps),
      deps.periods.sumOf(id),
    ]);
    if (!checks) return refuse(problems.notFound);
    const shown = showPeriod({ found, checks, sum, actor: scope.actor });
    const bank = shown.kind === 'day' ? { bank: await bankOf(id, deps) } : {};
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: { ...shown, ...bank } };
  };

async function bankOf(day: string, deps: PaymentsDeps) {
  const calendar = await (await deps.calendars()).current();
  return showBankLeg(await expectedOf(day, deps), calendar);
}

/** 结转: what a year has left to the next, by name. */
export const readCarried =
  ({ periods }: PaymentsDeps) =>
  async ({ params, query }: Call<z.infer<ReturnType<typeof pageOnly>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const found = await periods.load(params['id'] ?? '');
    if (!found.carried) return refuse(problems.notFound);
    return { status: 200, body: await periods.carriedOf(found, { limit: query.limit, after: cursor.after }) };
  };
