import * as z from 'zod';
import { defineEvent } from '#events/event';

export const CalendarPublishedV1 = defineEvent({
  type: 'intake.calendar-published.v1',
  concerns: 'none',
  summary:
    "The city has published a year's working days, or an amendment of them; every set counts by them from now on.",
  data: () => {
    const days = z.array(z.iso.date()).max(120);
    return z.object({
      year: z.int().min(2024).max(2099),
      version: z.int().min(1).describe('Of the year; a higher one replaces it whole'),
      notice: z.string().max(40).describe('Number of the State Council notice'),
      off: days.describe('Days off, those on weekends included'),
      worked: days.describe('Weekend days that are worked'),
    });
  },
});
