import { dayOf } from '#shared/calendar';
import type { CloseDeps } from '../../deps.ts';
import type { Check } from '../../domain/close/checks.ts';
import { daysOf, overAt } from '../../domain/close/period.ts';

/** How many that wait are named at most. */
const most = 100;

/**
 * 换票据号段: the year stands in the code of a receipt, digits 7 and 8. No receipt of the old year may still wait for a number, and
 * there must be numbers of the new one.
 */
export async function receiptChecks(year: string, deps: CloseDeps): Promise<Check[]> {
  const next = `${Number(year) + 1}-01-01`;
  const [waiting, given] = await Promise.all([waitingOf(year, deps), deps.segments.inUse(next)]);
  const missing = { of: next.slice(0, 4), why: 'no-segment', owner: 'finance', since: overAt(year) };
  return [
    { check: 'receipts', bars: waiting },
    { check: 'segments', bars: given.length > 0 ? [] : [missing] },
  ];
}

async function waitingOf(year: string, { receipts, orders }: CloseDeps): Promise<Check['bars'][number][]> {
  const accounts = await receipts.waiting(most);
  const found = await Promise.all(
    accounts.map(async ({ id, orderId }) => ({ id, since: (await orders.load(orderId))?.createdAt })),
  );
  return found.flatMap(({ id, since }) =>
    since && dayOf(since) <= daysOf(year).last ? [{ of: id, why: 'no-number', owner: 'finance', since }] : [],
  );
}
