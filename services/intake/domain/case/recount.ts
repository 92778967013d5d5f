import type { CalendarYear } from '#shared/calendar';
import { isOpen, type Ahead } from './ahead.ts';
import type { Application } from './application.ts';
import type { Change } from './change.ts';
import { aheadOf } from './standing.ts';

/**
 * What a calendar does to an open case: its days end elsewhere, or no longer provisionally. Undefined where it does nothing.
 * What has happened by the calendar of its time stays: warnings, silent acceptance.
 */
export function recount(before: Application, calendar: readonly CalendarYear[]): Change | undefined {
  if (!isOpen(before) || isSame(before.ahead, aheadOf(before, calendar))) return undefined;
  return { before, application: { ...before, version: before.version + 1 }, act: 'recount' };
}

const isSame = (was: Ahead | undefined, is: Ahead | undefined): boolean => textOf(was) === textOf(is);

const textOf = ({ at, dueAt, provisional = false }: Ahead = {}): string => JSON.stringify([at, dueAt, provisional]);
