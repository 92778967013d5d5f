import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { CalendarYear } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import type { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table } from '#shared/table';

const partition = 'CALENDAR';
const yearKey = (year: number): Key => ({ pk: partition, sk: String(year) });

const publishedYear = once(() =>
  z.object({ year: z.int(), sequence: z.int(), off: z.array(z.string()), worked: z.array(z.string()) }),
);
type PublishedYear = z.infer<ReturnType<typeof publishedYear>>;

/** A service's copy of the years whose working days the city has published: those that the code brings along, and those that it was told of. */
export function calendarStore(table: Table) {
  return {
    async current(): Promise<CalendarYear[]> {
      const rows = await allRows(table, { partition });
      const published = rows.map((row) => publishedYear().parse(row));
      const others = shippedCalendars.filter(({ year }) => !published.some((one) => one.year === year));
      return [...others, ...published];
    },

    /** Takes over what a fact tells of a year; what is older than is known says nothing. */
    async follow(told: PublishedYear, cause: Cause): Promise<void> {
      const row = await table.get(yearKey(told.year));
      const known = row && publishedYear().parse(row);
      if (known && known.sequence >= told.sequence) return;
      const when = known ? ifSequence(known.sequence) : ifAbsent;
      await table.transact([...markWrites(cause), { put: { ...yearKey(told.year), schema: 1, ...told }, when }]);
    },
  };
}

/** Working days are counted by the city's calendar, as it is published. */
export const onCalendarPublished =
  ({ calendars }: { calendars: () => Promise<Pick<ReturnType<typeof calendarStore>, 'follow'>> }) =>
  async ({ data, sequence }: ReceivedOf<typeof CalendarPublishedV1>, cause: Cause): Promise<void> => {
    const { year, off, worked } = data;
    await (await calendars()).follow({ year, sequence, off, worked }, cause);
  };
