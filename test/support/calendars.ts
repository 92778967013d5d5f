import type { Actor } from '#shared/actor';
import { calendar2025, calendar2026 } from '#shared/calendars';
import { staffActor } from './actors.ts';
import { freshKey, type IntakeWorld } from './intake.ts';

const inCity = { district: 'fuzhou' };
/** Who keeps the city's calendar in the tests. */
export const publisher = staffActor('catalogue-publisher', inCity, 'publisher');
export const second = staffActor('catalogue-publisher', inCity, 'second');
export const head = staffActor('head', { ...inCity, department: 'amr' });

const { off, worked, notice } = calendar2026;
const shifted = (day: string) => day.replace('2026', '2027');

export const days2025 = { notice: calendar2025.notice, off: calendar2025.off, worked: calendar2025.worked };
export const days2026 = { notice, off, worked };
/** As in January 2020: three days more, and nothing worked in their place. */
export const extended = {
  notice: '国办发明电〔2026〕1号',
  off: [...off, '2026-02-24', '2026-02-25', '2026-02-26'],
  worked,
};
/** As may be amended in August: two days more after the National Day. */
export const longer = { ...extended, off: [...off, '2026-10-08', '2026-10-09'] };
/** Days of any year, as its notice may name them. */
export const daysOf = (year: number) => ({
  notice: `国办发明电〔${year - 1}〕9号`,
  off: off.map((day) => day.replace('2026', String(year))),
  worked: [],
});
export const days2027 = {
  notice: '国办发明电〔2026〕9号',
  off: off.map(shifted),
  worked: ['2027-02-06', '2027-10-09'],
};

/** A proposal for a year by the publisher, of the version he saw. */
export const propose = (year: number, version: number, { actor = publisher, ...body }: object & { actor?: Actor }) => ({
  method: 'PUT',
  path: `/intake/calendars/${year}`,
  actor,
  headers: { 'If-Match': `"${version}"` },
  body,
});
export const publishYear = (year: number, version: number, actor = second) => ({
  method: 'POST',
  path: `/intake/calendars/${year}/publish`,
  actor,
  headers: { ...freshKey(), 'If-Match': `"${version}"` },
  body: {},
});
/** Proposed by one, published by another, from a version on. */
export async function publishDays(world: IntakeWorld, year: number, { from = 0, ...body }: object & { from?: number }) {
  await world.send(propose(year, from, body));
  return world.send(publishYear(year, from + 1));
}
/** The year as everybody sees it. */
export async function shown(world: IntakeWorld, year: number) {
  return (await world.send({ path: `/intake/public/calendars/${year}` })).body;
}
