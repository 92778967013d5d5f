import { sumFen } from '#shared/money';
import type { Cause } from '#shared/cause';
import { CollectorSilent, type Collector } from '../../collectors/collector.ts';
import type { PaymentsDeps } from '../../deps.ts';
import type { Bill } from '../../domain/bill/bill.ts';
import { bookingNumber } from '../../domain/bill/booking.ts';
import { hearUndo, type UndoWord } from '../../domain/refund/hear-undo.ts';
import { numberOf, type Refund } from '../../domain/refund/refund.ts';
import { bookedIn, mustUndo } from '../../domain/refund/undoing.ts';
import { collectorOf } from '../bill/collector-of.ts';
import { unitFor } from './unit-of.ts';

type Deps = Pick<
  PaymentsDeps,
  'refunds' | 'bills' | 'orders' | 'collectors' | 'charges' | 'remittances' | 'exceptions'
>;

/** 冲销: a collector undoes what it has booked, before the money goes back; always under the refund's number. Whether that is news. */
export async function undoBooking(found: Refund, cause: Cause, deps: Deps): Promise<boolean> {
  const said = await wordOf(found, deps);
  const unit = said.state === 'undone' && !found.unit ? await unitFor(found, deps) : undefined;
  const change = hearUndo(found, said, { at: cause.at, unit });
  if (change) await deps.refunds.save([change], cause);
  return change !== undefined;
}

async function wordOf(found: Refund, { bills, collectors }: Deps): Promise<UndoWord> {
  const held = found.of.kind === 'lines' ? await bills.load(found.of.billId) : undefined;
  if (!held || !mustUndo(found, held.bill) || held.bill.booking?.state === 'refused') return { state: 'undone' };
  // It may be booked yet, or is and nobody knows it: only what is certain can be undone.
  if (held.bill.booking?.state !== 'booked') return { state: 'silent' };
  const collector = collectorOf(held.bill, collectors);
  return collector ? asked(collector, found, held.bill) : { state: 'silent' };
}

async function asked(collector: Collector, found: Refund, bill: Bill): Promise<UndoWord> {
  const number = numberOf(found);
  const lines = bookedIn(found, bill).map(({ code, amountFen }) => ({ code, amountFen }));
  try {
    // Told before: it may be undone, and only the answer was lost.
    const known = found.asked > 0 ? await collector.askReversal(number) : { state: 'absent' as const };
    const ask = { number, booking: bookingNumber(bill), amountFen: sumFen(lines), lines };
    const said = known.state === 'absent' ? await collector.reverse(ask) : known;
    if (said.state === 'absent') return { state: 'silent' };
    return said.state === 'reversed' ? { state: 'undone', ref: said.ref } : said;
  } catch (error) {
    if (error instanceof CollectorSilent) return { state: 'silent' };
    throw error;
  }
}
