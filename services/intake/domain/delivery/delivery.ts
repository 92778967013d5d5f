import * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import { outcome, type Application } from '../case/application.ts';
import { surelyPast, type DueAt } from '../clock/limit.ts';
import { afterWorkingDays } from '../clock/working-days.ts';
import { entry } from '../party/entry.ts';
import { deliveryState, deliveryWay, proof } from './state.ts';

const moment = once(() => z.coerce.date());

/** The delivery of one case's result. A case that was decided never changes, so what is needed of it is copied. */
export const delivery = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    state: deliveryState,
    way: deliveryWay,
    partyId: z.string(),
    department: z.string(),
    itemKey: z.string(),
    number: z.string().optional(),
    outcome,
    decidedAt: moment(),
    /** Where it is to be picked up. */
    hall: z.string().optional(),
    /** What a desk recorded that chose for the applicant. */
    entry: entry().optional(),
    /** Lets whoever the applicant sends pick it up. */
    pickUpCode: z.string().optional(),
    carriage: z.object({ carrier: z.string(), trackingNumber: z.string(), at: moment() }).optional(),
    proof: proof().optional(),
    /** The grant is gone: since when, and by which case. */
    takenBack: z.object({ at: moment(), caseId: z.string() }).optional(),
    /** When a grant that was gone stood again: its days run anew. */
    restoredAt: moment().optional(),
    /** True once the office was told that it is late: once, whatever a calendar changes later. */
    warned: z.boolean().default(false),
    timelineHash: z.string().default(''),
  }),
);
export type Delivery = z.infer<ReturnType<typeof delivery>>;

/** What is known of a delivery when a case is decided: whoever applied online downloads, unless he says otherwise. */
export function deliveryOf(decided: Application): Delivery {
  const { id, partyId, department, itemKey, number, outcome: ended, decidedAt, channel } = decided;
  if (!ended || !decidedAt) throw new Error('a case that is not decided has nothing to deliver');
  return {
    caseId: id,
    version: 1,
    state: 'due',
    way: channel === 'online' || channel === 'app' || channel === 'agency' ? 'download' : 'window',
    partyId,
    department,
    itemKey,
    number,
    outcome: ended,
    decidedAt,
    warned: false,
    timelineHash: '',
  };
}

/** 行政许可法 art. 44: within ten working days of the decision. */
const daysToDeliver = 10;

/** The end of the time in which the result must have come to the applicant. */
export function deliverBy(
  { decidedAt, restoredAt = decidedAt }: Pick<Delivery, 'decidedAt' | 'restoredAt'>,
  calendar: readonly CalendarYear[],
): DueAt {
  return afterWorkingDays(daysToDeliver, restoredAt, calendar);
}

/** When the clock must look at it; undefined where it need not. */
export function deliveryLook(found: Delivery, calendar: readonly CalendarYear[]): { at: Date } | undefined {
  const isOver = found.state === 'delivered' || found.state === 'taken-back';
  return isOver || found.warned ? undefined : { at: surelyPast(deliverBy(found, calendar)) };
}
