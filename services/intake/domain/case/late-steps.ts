import type { CalendarYear } from '#shared/calendar';
import { dueOf, surelyPast } from '../clock/limit.ts';
import type { Application } from './application.ts';
import type { Deadline } from './standing.ts';

/** A step has days of its own: it may be late though the whole is not. What stops the case stops its steps. */
export function lateSteps({ tasks, pauses }: Application, calendar: readonly CalendarYear[]): Deadline[] {
  return tasks.flatMap(({ n, state, days, late, openedAt }) => {
    if (state !== 'open' || days === undefined || late || !openedAt) return [];
    const limit = { n: days, unit: 'working-day', from: 'received', of: 'office' } as const;
    const due = dueOf({ limit, from: openedAt, pauses }, calendar);
    return due ? [{ act: 'step-overdue' as const, at: surelyPast(due), task: n }] : [];
  });
}
