import type { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import type { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import type { ReceivedOf } from '#events/event';
import { endOf } from '#shared/calendar';
import type { Line } from './line.ts';

type Reviewed = Pick<ReceivedOf<typeof DrawingReviewChangedV1>, 'id' | 'time' | 'district' | 'data'>;
type Visited = Pick<ReceivedOf<typeof VisitChangedV1>, 'id' | 'time' | 'district' | 'data'>;

const ofReview = new Map([
  ['with-designer', 'drawings-remarked'],
  ['passed', 'drawings-passed'],
  ['failed', 'drawings-failed'],
] as const);
const ofVisit = new Map([
  ['announced', 'visit-announced'],
  ['to-rectify', 'visit-to-rectify'],
  ['passed', 'visit-passed'],
  ['failed', 'visit-failed'],
] as const);

/** What the investor must answer, and the opinion; whose turn it is else does not concern it. */
export function lineOfReview({ id, time, district, data }: Reviewed): Line | undefined {
  const { reviewId, investor: partyId, state } = data;
  const message = [...ofReview].find(([one]) => one === state)?.[1];
  return message && { id, partyId, reviewId, district, at: time, message };
}

/** The day of the visit, each time that one is announced; what is to be rectified, with its day; the opinion. */
export function lineOfVisit({ id, time, district, data }: Visited): Line | undefined {
  const { visitId, investor: partyId, state } = data;
  const message = [...ofVisit].find(([one]) => one === state)?.[1];
  const day = state === 'announced' ? data.day : data.until;
  const due = day === undefined ? {} : { dueAt: endOf(day).toISOString() };
  return message && { id, partyId, visitId, ...due, district, at: time, message };
}
