import { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import { fact, type Fact } from '#events/event';
import type { VisitChange } from './change.ts';

/** What others hear of an inspection: whose turn it is, and its day each time that one is announced. */
export function toldOfVisit({ before, after, act }: VisitChange, investor: string): Fact[] {
  const { id: visitId, projectId, stage, state, visit, findings } = after;
  if (state === before?.state && act !== 'announce') return [];
  const [until] = findings
    .filter((one) => one.state === 'open')
    .map((one) => one.until)
    .toSorted();
  const days = { ...(visit && { day: visit.day }), ...(state === 'to-rectify' && until && { until }) };
  return [fact(VisitChangedV1, { visitId, projectId, stage, investor, state, act, ...days })];
}
