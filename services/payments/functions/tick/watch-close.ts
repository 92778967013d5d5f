import { dayOf, daysBetween, nextDay } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { targetOf } from '../../domain/close/period.ts';

/** How many days ought to be closed by now and are not: a day by noon of the next. */
export const watchClose =
  ({ periods, ledger, now }: Pick<PaymentsDeps, 'periods' | 'ledger' | 'now'>) =>
  async (): Promise<Record<string, number>> => {
    const at = now();
    const [last, first] = await Promise.all([periods.lastClosed(nextDay(dayOf(at))), ledger.firstDay()]);
    const next = last ? nextDay(last.day) : first;
    if (next === undefined) return { DaysUnclosed: 0 };
    // Today's is not due before tomorrow, and yesterday's from noon on.
    const due = Math.max(0, daysBetween(next, dayOf(at)));
    return { DaysUnclosed: due > 0 && at < targetOf(dayBefore(at)) ? due - 1 : due };
  };

const dayBefore = (at: Date): string => dayOf(new Date(at.getTime() - 86_400_000));
