import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { notice } from '../domain/clock/notice.ts';
import { hoursEntry, openFrom, publicHours } from '../domain/clock/office-hours.ts';
import { yearEntry } from '../stores/calendars.ts';

const correction = once(() =>
  text(500).optional().meta({ description: 'Why days that are over turn; without it they stay what they were' }),
);
export const calendarBody = once(() => notice().extend({ correction: correction() }).meta({ id: 'CalendarInput' }));

const version = once(() => z.int().meta({ description: 'Rises with every amendment; 0 came with the software' }));
export const calendar = once(() => notice().extend({ year: z.int(), version: version() }).meta({ id: 'CalendarYear' }));
export const calendars = once(() => z.object({ items: z.array(calendar()) }).meta({ id: 'CalendarYears' }));

const state = once(() =>
  z.object({
    year: z.int(),
    version: z.int(),
    published: notice().extend({ version: version() }).nullable(),
    proposed: notice().extend({ by: z.string(), correction: correction() }).nullable(),
  }),
);
export const calendarState = once(() => state().meta({ id: 'CalendarState' }));
export const calendarRecord = once(() =>
  state()
    .extend({ timeline: z.array(yearEntry()) })
    .meta({ id: 'CalendarRecord' }),
);

export const hoursBody = once(() => openFrom().meta({ id: 'OfficeHoursInput' }));
export const officeHours = once(() => publicHours().meta({ id: 'OfficeHours' }));
const ofHours = once(() =>
  z.object({
    version: z.int(),
    published: z.array(openFrom()),
    proposed: openFrom().extend({ by: z.string() }).nullable(),
  }),
);
export const hoursState = once(() => ofHours().meta({ id: 'OfficeHoursState' }));
export const hoursRecord = once(() =>
  ofHours()
    .extend({ timeline: z.array(hoursEntry()) })
    .meta({ id: 'OfficeHoursRecord' }),
);
