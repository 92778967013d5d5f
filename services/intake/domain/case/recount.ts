import { dayOf, type CalendarYear } from '#shared/calendar';
import { isOpen, type Ahead } from './ahead.ts';
import type { Application } from './application.ts';
import type { Change } from './change.ts';
import { aheadOf } from './standing.ts';

/** A year's days, with the notice that published them. */
type Published = CalendarYear & { notice?: string };

/**
 * What a calendar does to an open case: its days end elsewhere, or no longer provisionally. Undefined where it does nothing.
 * What has happened by the calendar of its time stays: warnings, silent acceptance.
 */
export function recount(before: Application, calendar: readonly Published[]): Change | undefined {
  const is = aheadOf(before, calendar);
  if (!isOpen(before) || isSame(before.ahead, is)) return undefined;
  const reason = noticesOf(before, is, calendar);
  return { before, application: { ...before, version: before.version + 1 }, act: 'recount', ...(reason && { reason }) };
}

/** By which notices it is counted now: those of the years from its receipt to its ends, as they were and as they are. */
function noticesOf(
  { submittedAt, ahead, promised, legal }: Application,
  is: Ahead | undefined,
  calendar: readonly Published[],
): string {
  const moments = [submittedAt, ahead?.at, ahead?.dueAt, is?.at, is?.dueAt].flatMap((one) => one ?? []);
  const years = moments.map((one) => Number(dayOf(one).slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const inHours = [promised, legal].some(({ unit }) => unit === 'hour' || unit === 'minute');
  const turns = (inHours && calendar[0]?.hours) || [];
  const open = turns.filter(({ from }) => moments.some((one) => from <= dayOf(one))).slice(-1);
  const days = calendar
    .filter(({ year }) => first <= year && year <= last)
    .flatMap(({ year, notice }) => (notice ? [`${year}年：${notice}`] : []));
  return [...days, ...open.flatMap(({ from, notice }) => `${from}起办公时间：${notice ?? ''}`)].join('；');
}

const isSame = (was: Ahead | undefined, is: Ahead | undefined): boolean => textOf(was) === textOf(is);

const textOf = ({ at, dueAt, provisional = false }: Ahead = {}): string => JSON.stringify([at, dueAt, provisional]);
