import type * as z from 'zod';
import { dayOf, nextDay, type Day } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { carriedOn } from '../../domain/close/sealed.ts';
import { trialBalance, type Balance } from '../../domain/ledger/balance.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { yuanOf } from '#shared/money';
import { reportOf } from '#shared/csv-reply';
import { foldDay } from '../close/fold.ts';
import type { trialQuery } from '../../schemas/ledger.ts';

/** The entries of an order, the oldest first. */
export const entriesOf = (deps: PaymentsDeps) => (call: Call) => entriesOfKind(call, deps, deps.orders);

/** The entries of a cashier's shift, the oldest first; what was taken in it is the orders'. */
export const entriesOfShift = (deps: PaymentsDeps) => (call: Call) => entriesOfKind(call, deps, deps.shifts);

export const showEntry = (one: Entry) => ({ ...one, at: one.at.toISOString() });

async function entriesOfKind(
  { params }: Call,
  { ledger }: PaymentsDeps,
  { load }: { load: (id: string) => Promise<object | undefined> },
): Promise<HttpResponse> {
  const id = params['id'] ?? '';
  if (!(await load(id))) return refuse(problems.notFound);
  const items = (await ledger.of(id)).map(showEntry);
  return { status: 200, body: { items } };
}

/** 试算平衡表 at the end of a day, or as it is now: what the last closed day left, and every entry since. */
export const readTrialBalance =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof trialQuery>>>): Promise<HttpResponse> => {
    const today = dayOf(call.cause.at);
    const day = call.query.day ?? today;
    if (day > today) return refuse(problems.notFound);
    const { balances, closed } = await balancesAt(day, deps);
    const found = trialBalance(balances);
    const rows = [...found.accounts, { account: '合计', ...found, heldFen: found.differenceFen }].map((one) => {
      return [day, one.account, ...[one.debitFen, one.creditFen, one.heldFen].map(yuanOf)];
    });
    const header = ['日期', '科目', '借方', '贷方', '余额'];
    return reportOf(call, { day, closed, ...found }, { name: `trial-balance-${day}`, header, rows });
  };

/** The balances at the end of a day, from the last closed one on. Before the first, from the first entry. */
export async function balancesAt(day: Day, deps: Pick<PaymentsDeps, 'ledger' | 'periods'>) {
  const own = await deps.periods.lastClosed(nextDay(day));
  if (own?.day === day) return { balances: new Map(own.balances), closed: true };
  const begun = own ? nextDay(own.day) : ((await deps.ledger.firstDay()) ?? day);
  let balances = new Map<string, Balance>(own?.balances ?? []);
  for (let at = begun; at <= day; at = nextDay(at)) balances = carriedOn(balances, (await foldDay(at, deps)).moved);
  return { balances, closed: false };
}
