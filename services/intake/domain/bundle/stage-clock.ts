import { dayOf, nextDay, startOf, type CalendarYear } from '#shared/calendar';
import type { Application } from '../case/application.ts';
import { acceptBy } from '../case/standing.ts';
import { dueOf, surelyPast, type DueAt } from '../clock/limit.ts';
import { unanswered, type StageBundle } from './stage.ts';

type Calendar = readonly CalendarYear[];

/** Until when the departments answer; undefined before the stage was handed in. */
export function answerBy({ submittedAt, joint }: StageBundle, calendar: Calendar): DueAt | undefined {
  const limit = { n: joint.answerDays, unit: 'working-day', from: 'received', of: 'office' } as const;
  return submittedAt && dueOf({ limit, from: submittedAt }, calendar);
}

/** What time does to a stage that is not accepted: what next, and as of when; undefined where it does nothing by itself. */
export interface StageDue {
  act: 'answer-silently' | 'accept-silently' | 'look';
  at: Date;
  /** When all had last come in: as of then silence accepts it. */
  since?: Date;
}

/**
 * 行政许可法 art. 32(4) for the whole: told within five working days of the receipt what is lacking, or accepted as of that day. While
 * the applicant mends anything nothing runs, and it begins anew with the last of his answers: each day it is looked whether that has come.
 */
export function stageDue(
  bundle: StageBundle,
  cases: readonly Application[],
  { now, calendar }: { now: Date; calendar: Calendar },
): StageDue | undefined {
  const answering = unanswered(bundle).length > 0 ? answerBy(bundle, calendar) : undefined;
  if (answering) return { act: 'answer-silently', at: surelyPast(answering) };
  if (cases.some(({ state }) => state === 'correcting')) return { act: 'look', at: startOf(nextDay(dayOf(now))) };
  const last = cases.toSorted((a, b) => cameIn(b) - cameIn(a))[0];
  const due = last && acceptBy(last, calendar);
  return due && { act: 'accept-silently', at: surelyPast(due), ...(last.submittedAt && { since: last.submittedAt }) };
}

const cameIn = ({ submittedAt }: Application): number => submittedAt?.getTime() ?? 0;
