import type { CalendarYear } from '#shared/calendar';
import type { Key, Row } from '#shared/table';
import { calendarPartition } from './lights-row.ts';

/** Beside the years, so that whoever counts reads all at once. */
export const hoursKey: Key = { pk: calendarPartition, sk: 'HOURS' };
export const isHours = ({ sk }: Row): boolean => sk === hoursKey.sk;

/** The office hours of the set; what reads them is loaded where it has published any. */
export async function hoursIn(row: Row | undefined): Promise<Pick<CalendarYear, 'hours'>> {
  if (!row) return {};
  const { countedBy, hoursRecord } = await import('../domain/clock/office-hours.ts');
  return { hours: countedBy(hoursRecord().parse(row)) };
}
