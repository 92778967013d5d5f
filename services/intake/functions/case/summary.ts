import type { CalendarYear } from '#shared/calendar';
import { plain } from '#shared/plain';
import type { Application } from '../../domain/case/application.ts';
import { askedOf, type Asked } from '../../domain/case/asked.ts';
import { standingOf, type Look } from '../../domain/case/standing.ts';

interface Seen extends Look {
  calendar: readonly CalendarYear[];
  set: string;
  /** What is asked beside the case itself. */
  also?: readonly Asked[] | undefined;
}

/** A case as one line of a list, its clocks as they stand now. */
export function summaryOf(application: Application, { calendar, set, also = [], ...look }: Seen) {
  const { id, itemKey, state, outcome, number, createdAt, submittedAt, follows } = application;
  const line = { id, itemKey, district: set, status: state, outcome, number, createdAt, submittedAt };
  const upon = follows && { follows: { caseId: follows.caseId, as: follows.as }, ruling: application.decision?.ruling };
  const asked = [...askedOf(application, calendar), ...also];
  return plain({ ...line, ...upon, ...standingOf(application, look, calendar), ...(asked.length > 0 && { asked }) });
}
