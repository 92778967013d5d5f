import { dayOf, endOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { limitOf } from '../../domain/refund/treasury.ts';
import { everyPage } from '../every-page.ts';

/** 退付: what waits for each of its steps, and whose that is. */
const owners = { verifying: 'unit', verified: 'finance', 'treasury-due': 'treasury' } as const;
const steps = ['verifying', 'verified', 'treasury-due'] as const;

/** Refunds of remitted money whose step is over its working days, with since when. */
export async function overdueRefunds(
  now: Date,
  { refunds, calendars, treasuryDays: days }: Pick<PaymentsDeps, 'refunds' | 'calendars' | 'treasuryDays'>,
) {
  const open = (await Promise.all(steps.map((step) => everyPage((at) => refunds.standing(step, at))))).flat();
  if (open.length === 0) return [];
  const calendar = await (await calendars()).current();
  return open.flatMap((one) => {
    const limit = limitOf(one, { days, calendar });
    return limit && !limit.provisional && limit.day < dayOf(now)
      ? [{ since: endOf(limit.day), show: shown(one, limit.day) }]
      : [];
  });
}

function shown({ id, of, state, unit, orderId, amountFen }: Refund, dueDay: string) {
  const step = steps.find((one) => one === state) ?? 'verifying';
  return {
    kind: 'refund-overdue' as const,
    owner: owners[step],
    since: endOf(dueDay).toISOString(),
    refundId: id,
    ...(of.kind === 'lines' && { billId: of.billId }),
    orderId,
    ...(unit && { district: unit.district, department: unit.department }),
    dueDay,
    amountFen,
  };
}
