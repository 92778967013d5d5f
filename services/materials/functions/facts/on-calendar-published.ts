import type { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';

/** The days in which a provider answers are counted by the city's calendar. */
export const onCalendarPublished =
  ({ calendars }: Pick<MaterialsDeps, 'calendars'>) =>
  async ({ data, sequence }: ReceivedOf<typeof CalendarPublishedV1>, cause: Cause): Promise<void> => {
    const { year, off, worked } = data;
    await (await calendars()).follow({ year, sequence, off, worked }, cause);
  };
