import type { Cause } from '#shared/cause';
import { CollectorSilent, type Collector } from '../../collectors/collector.ts';
import type { PaymentsDeps } from '../../deps.ts';
import type { Held } from '../../domain/bill/act.ts';
import type { Bill } from '../../domain/bill/bill.ts';
import { collectorOf } from './collector-of.ts';
import { bookedOf, bookingNumber, hearBooking, type BookingWord } from '../../domain/bill/booking.ts';

/** Has a paid bill booked where it was owed, or is collected; whether that is news. */
export async function bookBill(held: Held, cause: Cause, { bills, collectors }: PaymentsDeps): Promise<boolean> {
  const change = hearBooking(held, await wordOf(held.bill, collectorOf(held.bill, collectors)), cause.at);
  if (change) await bills.save(change, cause);
  return change !== undefined;
}

async function wordOf(bill: Bill, collector: Collector | undefined): Promise<BookingWord> {
  const { paid, booking } = bill;
  if (!collector || !paid) return { state: 'silent' };
  const number = bookingNumber(bill);
  try {
    // Asked for before: it may be booked, and only its answer was lost.
    const known = booking && booking.asked > 0 ? await collector.ask(number) : { state: 'absent' as const };
    if (known.state !== 'absent') return known;
    const said = await collector.book({ ...bookedOf(bill), number, paidAt: paid.at });
    return said.state === 'absent' ? { state: 'silent' } : said;
  } catch (error) {
    if (error instanceof CollectorSilent) return { state: 'silent' };
    throw error;
  }
}
