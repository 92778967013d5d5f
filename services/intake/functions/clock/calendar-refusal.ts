import { dayOf } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { pointerOf } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { inForce, type Proposed, type YearRecord } from '../../domain/clock/notice.ts';
import { faultsIn } from '../../domain/clock/notice-faults.ts';
import * as clockProblems from '../../problems/clock.ts';
import { calendarWords } from './calendar-words.ts';

/** A refusal with every fault of the days that are proposed for a year; undefined where they have none today. */
export function calendarRefusal(
  days: Proposed,
  found: YearRecord,
  { cause, language }: Pick<Call, 'cause' | 'language'>,
): Refusal | undefined {
  const known = inForce(shippedCalendars, [found]).find(({ year }) => year === found.year);
  const faults = faultsIn(days, found.year, { today: dayOf(cause.at), known }).map(({ path, code, about }) => ({
    pointer: pointerOf(path),
    code,
    message: calendarWords[code](about)[language],
  }));
  return faults.length > 0 ? refuse(clockProblems.calendarInvalid, faults) : undefined;
}
