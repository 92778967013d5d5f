import { shippedCalendars } from '../../../shared/calendars.ts';
import type { Row, Write } from '../../../shared/table.ts';
import { applicationOf } from '../../../services/intake/cases.fake.ts';
import type { Application } from '../../../services/intake/domain/case/application.ts';
import { aheadOf } from '../../../services/intake/domain/case/standing.ts';
import { dueWrites } from '../../../services/intake/stores/due.ts';
import { limitWrites } from '../../../services/intake/stores/limit-rows.ts';
import { recordRow } from '../../../services/intake/stores/rows.ts';
import type { Seed } from './seed.ts';

const acceptedAt = new Date('2026-08-03T01:00:00Z');
/** A moment at which every case is overdue, and nobody has been told of it. */
export const overdueAt = new Date('2026-08-11T01:00:00Z');

const puts = (writes: readonly Write[]): Row[] => writes.flatMap((write) => ('put' in write ? [write.put] : []));

/** A case accepted on Monday, August 3; its five days end with August 10. */
function accepted(id: string, promised: number): Application {
  const { promised: limit } = applicationOf();
  const found = applicationOf({
    id,
    state: 'accepted',
    version: 3,
    submittedAt: acceptedAt,
    acceptedAt,
    promised: { ...limit, n: promised },
  });
  return { ...found, ahead: aheadOf(found, shippedCalendars) };
}

/** A row without what it has by default, and in no list that is not asked: a million of them are to fit the disk of a laptop. */
function lean({ pk2, sk2, ...row }: Row): Row {
  const said = Object.entries(row).filter(([, value]) => !(Array.isArray(value) && value.length === 0) && value !== '');
  return { ...Object.fromEntries(said), ...(row['sk'] === 'REC' && { pk2, sk2 }) };
}

/** Cases that all stand in one department's list of tasks, in one applicant's list and in the list of what is overdue. */
export const listed = (count: number): Seed => ({
  name: `cases-${count}`,
  parts: [
    {
      count,
      rows: (id) => {
        const found = accepted(id, 5);
        return [recordRow(found), ...puts(limitWrites(applicationOf({ id }), found))].map(lean);
      },
    },
  ],
});

/** Open cases of which so many are due; of the others the clock needs to know nothing but when they will be. */
export const open = (count: number, due: number): Seed => ({
  name: `open-${count}`,
  parts: [
    { count: count - due, rows: (id) => puts(dueWrites(undefined, accepted(id, 40), overdueAt)) },
    {
      count: due,
      rows: (id) => {
        const found = accepted(id, 5);
        return [recordRow(found), ...puts(dueWrites(undefined, found, overdueAt))];
      },
    },
  ],
});
