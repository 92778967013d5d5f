import { dayOf, type CalendarYear, type Day } from '#shared/calendar';
import type { DueAt } from '../clock/limit.ts';
import { isOpen } from './ahead.ts';
import type { Application } from './application.ts';
import { correctBy } from './standing.ts';
import { tolerateUntil } from './tolerating.ts';

/** What the applicant is waited for, and the last day on which it may come, in Shanghai. */
export interface Asked {
  what: 'correction' | 'supplement' | 'tolerance' | 'fee' | 'pick-up' | 'check';
  until: Day;
  /** True where that day may still move: the calendar of its year is not published. */
  provisional: boolean;
}

/** Outcomes that are delivered: a licence, or a refusal with its reasons (行政许可法 arts. 38, 44). */
const delivered = new Set(['granted', 'refused']);

/** Whether a case has a result to deliver. */
export function hasResult({ state, outcome }: Pick<Application, 'state' | 'outcome'>): boolean {
  return state === 'decided' && outcome !== undefined && delivered.has(outcome);
}

/** Whether anything that is recorded beside a case may wait for its applicant: a bill, a result, a check. */
export const mayAwait = (found: Application): boolean => found.charges.length > 0 || hasResult(found);

/** Until when the applicant must do what, of an open case; a day of his own for each. */
export function askedOf(application: Application, calendar: readonly CalendarYear[]): Asked[] {
  const { state, corrections } = application;
  const notice = corrections.at(-1);
  const answer = notice && correctBy(notice, calendar);
  return [
    ...(state === 'correcting' ? said('correction', answer) : []),
    ...(state === 'supplementing' ? said('supplement', answer) : []),
    ...(isOpen(application) ? said('tolerance', tolerateUntil(application, calendar)) : []),
  ];
}

function said(what: Asked['what'], due: DueAt | undefined): Asked[] {
  return due ? [{ what, until: dayOf(due.dueAt), provisional: due.provisional }] : [];
}
