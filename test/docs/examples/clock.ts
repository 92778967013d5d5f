import { calendar2026 } from '#shared/calendars';

const { year, notice, off, worked } = calendar2026;
const days = { notice, off, worked };

export const clockExamples = {
  CalendarInput: days,
  CalendarYear: { year, version: 2, ...days },
  CalendarYears: { items: [{ year, version: 2, ...days }] },
  CalendarState: { year, version: 1, published: null, proposed: { ...days, by: 'publisher.city' } },
  CalendarRecord: {
    year,
    version: 2,
    published: { ...days, version: 2 },
    proposed: null,
    timeline: [
      {
        at: '2025-11-04T08:00:00.000Z',
        act: 'propose',
        office: 'fuzhou/catalogue-publisher',
        actor: 'publisher.city',
        notice,
      },
      { at: '2025-11-05T01:00:00.000Z', act: 'publish', office: 'fuzhou/amr', actor: 'amr.head.city', notice },
    ],
  },
};
