import { dayOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { limitOf } from '../../domain/refund/treasury.ts';
import { showForFinance } from './show-refund.ts';

/** Refunds as staff see them, with the last day of the step that is next, counted by the calendar of today. */
export async function shownWithLimits(
  found: readonly Refund[],
  { calendars, treasuryDays: days, now }: Pick<PaymentsDeps, 'calendars' | 'treasuryDays' | 'now'>,
) {
  const isTimed = found.some(({ waitsSince }) => waitsSince !== undefined);
  const calendar = isTimed ? await (await calendars()).current() : [];
  const today = dayOf(now());
  return found.map((one) => {
    const limit = limitOf(one, { days, calendar });
    const { day: dueDay, provisional } = limit ?? {};
    return { ...showForFinance(one), ...(dueDay && { dueDay, provisional, overdue: !provisional && today > dueDay }) };
  });
}
