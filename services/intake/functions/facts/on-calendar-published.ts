import type { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { receive } from '../../domain/clock/notice.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A district counts by the city's calendar; what is older than it knows tells it nothing. */
export const onCalendarPublished =
  ({ calendars }: Pick<IntakeDeps, 'calendars'>) =>
  async ({ data, sequence }: ReceivedOf<typeof CalendarPublishedV1>, cause: Cause): Promise<void> => {
    const { year, ...days } = data;
    const change = receive(await calendars.get(year), { ...days, version: sequence });
    if (change) await calendars.save(change, cause);
  };
