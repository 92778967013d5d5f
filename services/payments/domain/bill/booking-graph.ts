import * as z from 'zod';

/** How a booking stands, as far as we know. `unknown`: no answer, so that nothing may be concluded. */
export const bookingState = z.enum(['due', 'unknown', 'booked', 'refused']);
export type BookingState = z.infer<typeof bookingState>;
export type BookingAct = 'lose' | 'book' | 'refuse';

export interface BookingArrow {
  act: BookingAct;
  from: readonly BookingState[];
  to: BookingState;
  who: readonly ('collector' | 'silence')[];
}

const live = ['due', 'unknown'] as const;

/** (from, act, who) → to. Only the collector's word ends it. */
export const bookingGraph: readonly BookingArrow[] = [
  { act: 'lose', from: live, to: 'unknown', who: ['silence'] },
  { act: 'book', from: live, to: 'booked', who: ['collector'] },
  { act: 'refuse', from: live, to: 'refused', who: ['collector'] },
];

/** Where an act leads; undefined where there is no such way. */
export function bookingStep(from: BookingState, act: BookingAct): BookingState | undefined {
  return bookingGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
