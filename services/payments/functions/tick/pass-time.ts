import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { PaymentsDeps } from '../../deps.ts';
import { mopUp } from '../../domain/bill/act.ts';
import { lookAtException } from '../exception/look-at-exception.ts';
import { lookAgain } from '../order/look-again.ts';
import { sendRefund } from '../refund/send-refund.ts';
import { undoBooking } from '../refund/undo-booking.ts';
import { bookBill } from '../bill/book-bill.ts';
import { lapseExpected } from '../bank/lapse.ts';
import { expectedPlace } from '../../stores/expected.ts';
import { ownCause } from '../own-cause.ts';

/** Asks channels that have not answered, ends orders that have run out, sends refunds, looks at differences, and tells again what a case does not know of. */
export const passTime = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) => retried(() => passOne(pk, deps), deps.pause));
  const { items } = await deps.bills.unnoted({ limit: 100, after: undefined });
  return { PassedByTime: passed, PaymentsUnnoted: items.length };
};

async function passOne(pk: string, deps: PaymentsDeps): Promise<boolean> {
  const place = expectedPlace(pk);
  if (place) return lapsePlace(place, deps);
  const [kind, id = ''] = pk.split('#');
  if (kind === 'REFUND') {
    const refund = await deps.refunds.load(id);
    if (!refund?.askAt) return false;
    return refund.state === 'undoing'
      ? undoBooking(refund, ownCause(deps), deps)
      : sendRefund(refund, ownCause(deps), deps);
  }
  if (kind === 'BILL') return seeTo(id, deps);
  if (kind === 'EXCEPTION') return seeToException(id, deps);
  const found = await deps.orders.load(id);
  if (!found) return false;
  const after = await lookAgain(found, ownCause(deps), deps);
  return after.version > found.version;
}

/** What the bank is to show, and has not. */
async function lapsePlace(place: NonNullable<ReturnType<typeof expectedPlace>>, deps: PaymentsDeps): Promise<boolean> {
  const found = await deps.expected.load(place);
  return found ? lapseExpected(found, ownCause(deps), deps) : false;
}

async function seeToException(id: string, deps: PaymentsDeps): Promise<boolean> {
  const found = await deps.exceptions.load(id);
  return found ? lookAtException(found, ownCause(deps), deps) : false;
}

async function seeTo(id: string, deps: PaymentsDeps): Promise<boolean> {
  const found = await deps.bills.load(id);
  const change = found && mopUp(found, deps.now());
  if (change) {
    await deps.bills.save(change, ownCause(deps));
    return true;
  }
  const askAt = found?.bill.booking?.askAt;
  return found && askAt && askAt <= deps.now() ? bookBill(found, ownCause(deps), deps) : false;
}
