import { calendar2026 } from '#shared/calendars';

const { year, notice, off, worked } = calendar2026;
const days = { notice, off, worked };

const hours = {
  from: '2027-06-01',
  shifts: [
    { from: '08:30', until: '12:00' },
    { from: '15:00', until: '18:00' },
  ],
  notice: '夏令时办公时间的通知',
};

export const clockExamples = {
  OfficeHoursInput: hours,
  OfficeHours: {
    usual: [
      { from: '09:00', until: '12:00' },
      { from: '13:30', until: '17:00' },
    ],
    items: [hours],
  },
  OfficeHoursState: { version: 1, published: [], proposed: { ...hours, by: 'publisher' } },
  OfficeHoursRecord: {
    version: 2,
    published: [hours],
    proposed: null,
    timeline: [
      {
        ...hours,
        at: '2027-05-10T01:00:00.000Z',
        act: 'propose',
        office: 'gulou/catalogue-publisher',
        actor: 'publisher',
      },
      { ...hours, at: '2027-05-11T01:00:00.000Z', act: 'publish', office: 'gulou/amr', actor: 'amr.head' },
    ],
  },
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
