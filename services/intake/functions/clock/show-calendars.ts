import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PublishedYear } from '../../domain/clock/notice.ts';
import type { IntakeDeps } from '../../deps.ts';
import * as clockProblems from '../../problems/clock.ts';
import { stateOf } from './calendar-state.ts';

// The same for everybody and seldom changed: it may be kept for as long as a function keeps it.
const shared = { 'Cache-Control': 'public, max-age=30' };

export const listCalendars =
  ({ calendars }: IntakeDeps) =>
  async (): Promise<HttpResponse> => ({
    status: 200,
    headers: shared,
    body: { items: (await calendars.current()).map(shown) },
  });

export const showCalendar =
  ({ calendars }: IntakeDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const found = (await calendars.current()).find(({ year }) => year === Number(params['year']));
    if (!found) return refuse(clockProblems.calendarNotPublished);
    return { status: 200, headers: { ...shared, ETag: `"${found.version}"` }, body: shown(found) };
  };

/** A year is the same in every set; when its offices are open is not. */
const shown = ({ hours, ...year }: PublishedYear) => year;

/** For those who publish: also what is proposed, and who did what. */
export const showCalendarRecord =
  ({ calendars }: IntakeDeps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    const year = Number(params['year']);
    const [record, timeline] = await Promise.all([calendars.get(year), calendars.timeline(year)]);
    const [years, { body, ...reply }] = [await calendars.current(), stateOf(record)];
    // What came with the code is in force until another is published.
    const shipped = years.find((one) => one.year === year && one.version === 0);
    const published = record.published ?? (shipped && inForceOf(shipped)) ?? null;
    return { ...reply, body: { ...body, published, timeline } };
  };

const inForceOf = ({ notice, off, worked, version }: PublishedYear) => ({ notice, off, worked, version });
