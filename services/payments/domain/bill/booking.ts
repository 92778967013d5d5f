import { askAgainAt } from '../order/ask-again.ts';
import { changed, type BillChange, type Held } from './act.ts';
import { bookingStep } from './booking-graph.ts';
import { sumFen } from '#shared/money';
import type { Bill, BillLine, Booking } from './bill.ts';

/** How a booking stands at the collector. `absent`: it has never heard of the number. */
export type BookingStanding = { state: 'booked'; ref: string } | { state: 'refused' } | { state: 'absent' };
/** `silent`: no answer came that can be believed. */
export type BookingWord = Exclude<BookingStanding, { state: 'absent' }> | { state: 'silent' };

/** The number of a bill's booking at its collector: the same however often it is asked for. */
export const bookingNumber = ({ id }: Pick<Bill, 'id'>): string => id.replaceAll('-', '');

/** What is booked: a debt by the collector's own name, or what a department has assessed and the collector collects. */
export type Booked = { debt: string } | { assessed: { district: string; reference: string; lines: BookedLine[] } };
type BookedLine = Pick<BillLine, 'code' | 'quantity' | 'amountFen'>;

/** What a collector is told of a paid bill: of one that asks more besides, only what it collects. */
export function bookedOf({
  source,
  kind,
  lines,
}: Pick<Bill, 'source' | 'kind' | 'lines'>): Booked & { amountFen: number } {
  if (source.by === 'collector') return { debt: source.debt, amountFen: sumFen(lines) };
  const own = lines.filter((one) => one.kind === undefined || one.kind === kind);
  const reference = source.by === 'assessment' ? source.assessmentId : `${source.department}/${source.reference}`;
  const told = own.map(({ code, quantity, amountFen }) => ({ code, quantity, amountFen }));
  return { assessed: { district: source.district, reference, lines: told }, amountFen: sumFen(own) };
}

/** What is paid and not booked a day later somebody must see to; what is refused, at once. */
const dayMs = 24 * 3_600_000;

/** What becomes of a booking by what the collector answers; undefined where that is settled. Silence is never taken for a no. */
export function hearBooking({ bill, hold }: Held, said: BookingWord, now: Date): BillChange | undefined {
  const { booking: before, paid } = bill;
  const act = ({ booked: 'book', refused: 'refuse', silent: 'lose' } as const)[said.state];
  const state = before && bookingStep(before.state, act);
  if (!before || !state || !paid) return undefined;
  const asked = before.asked + 1;
  const isLate = said.state === 'refused' || (said.state === 'silent' && now.getTime() >= paid.at.getTime() + dayMs);
  const unbooked = said.state === 'booked' ? undefined : (before.unbooked ?? (isLate ? now : undefined));
  const is: Booking = {
    state,
    asked,
    ...(said.state === 'silent' && { askAt: askAgainAt(before.asked, now) }),
    ...(said.state === 'booked' && { ref: said.ref }),
    ...(unbooked && { unbooked }),
  };
  return { ...changed({ bill, hold }, { act: `booking-${act}`, is: { booking: is } }), facts: [] };
}
