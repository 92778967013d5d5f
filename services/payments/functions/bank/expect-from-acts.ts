import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { PaymentsDeps } from '../../deps.ts';
import type { Expected } from '../../domain/bank/expected.ts';
import { cashLines, expectCovers, expectDeposits, expectPayOut } from '../../domain/bank/of-counter.ts';
import type { RefundChange } from '../../domain/refund/act.ts';
import type { ShiftChange } from '../../domain/shift/act.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { everyPage } from '../every-page.ts';

type Deps = Pick<PaymentsDeps, 'orders'>;

/** What the bank is to show of a shift: the slips of its bag, and of what was made good. */
export async function expectFromShift(
  { act, shift }: Pick<ShiftChange, 'act' | 'shift'>,
  cause: Cause,
  deps: Deps,
): Promise<Write[]> {
  const by: Partial<Record<ShiftChange['act'], () => Promise<Expected[]>>> = {
    deposit: async () => deposits(shift, cause, deps),
    cover: async () => covers(shift, cause, deps),
  };
  return written((await by[act]?.()) ?? [], cause);
}

async function deposits(shift: Shift, cause: Cause, deps: Deps): Promise<Expected[]> {
  return expectDeposits(shift, await cashOf(shift, deps), { day: dayOf(cause.at) });
}

async function covers(shift: Shift, cause: Cause, deps: Deps): Promise<Expected[]> {
  return expectCovers(shift, await cashOf(shift, deps), { day: dayOf(cause.at) });
}

const cashOf = async ({ id }: Shift, { orders }: Deps) => cashLines(await everyPage((at) => orders.ofShift(id, at)));

/** What the bank is to show of a refund that was transferred by hand; the channel without money has no bank. */
export function expectFromRefund({ act, refund }: Pick<RefundChange, 'act' | 'refund'>, cause: Cause): Write[] {
  if (act !== 'pay-out' || refund.channel === 'sandbox') return [];
  const after = expectPayOut(refund, { day: dayOf(cause.at) });
  return written(after ? [after] : [], cause);
}

const written = (expected: readonly Expected[], cause: Cause): Write[] =>
  expected.flatMap((after) => expectedWrites({ after }, cause));
