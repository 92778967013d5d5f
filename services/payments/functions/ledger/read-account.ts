import type * as z from 'zod';
import { dayOf, previousDay } from '#shared/calendar';
import { cursorOf, readCursor, type Position } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { accountDay } from '../../domain/ledger/account-day.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import type { accountQuery } from '../../schemas/ledger.ts';
import { balancesAt, showEntry } from './read-ledger.ts';

/** 分户账: one account on one day. */
export const readAccount =
  (deps: PaymentsDeps) =>
  async ({ query, cause }: Call<z.infer<ReturnType<typeof accountQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const today = dayOf(cause.at);
    const day = query.day ?? today;
    if (day > today) return refuse(problems.notFound);
    const [{ balances }, ofDay] = await Promise.all([balancesAt(previousDay(day), deps), deps.ledger.ofDay(day)]);
    const found = accountDay(query.account, balances, ofDay);
    if (!found) return refuse(problems.notFound);
    const { entries, ...sums } = found;
    return { status: 200, body: { day, ...sums, ...pageIn(entries, query.limit, cursor.after) } };
  };

const positionOf = ({ at, id }: Entry): Position => [at.toISOString(), id];

function pageIn(entries: readonly Entry[], limit: number, after: Position | undefined) {
  const isLater = (one: Entry): boolean => !after || positionOf(one).join() > after.join();
  const rest = entries.filter(isLater);
  const items = rest.slice(0, limit);
  const last = rest.length > limit ? items.at(-1) : undefined;
  return { items: items.map(showEntry), nextCursor: last ? cursorOf(positionOf(last)) : null };
}
