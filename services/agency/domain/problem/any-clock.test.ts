import { expect, test } from 'vitest';
import { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { startOf } from '#shared/calendar';
import { calendar2026 } from '#shared/calendars';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import { shipped } from '../settings/settings.ts';
import { passTime, raise } from './act.ts';
import type { Here } from './change.ts';
import { followDistrict } from './follow.ts';
import type { Problem } from './problem.ts';

/** Every day of the year by the wall, and whether it is worked: nothing of how the service counts. */
const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)));
const nameOf = (day: Date) => day.toISOString().slice(0, 10);
const worked = days
  .filter((day) => {
    const name = nameOf(day);
    const isFree = day.getUTCDay() % 6 === 0 ? !calendar2026.worked.includes(name) : calendar2026.off.includes(name);
    return !isFree;
  })
  .map(nameOf);
const all = days.map(nameOf);
/** The first day on which so many working days after `day` are over. */
function overOn(day: string, n: number): string {
  const last = worked.filter((one) => one > day)[n - 1] ?? '';
  return all[all.indexOf(last) + 1] ?? '';
}

const limit = fc.integer({ min: 1, max: 12 });
const lives = fc.record({
  raised: fc.integer({ min: 0, max: 250 }),
  hour: fc.integer({ min: 0, max: 23 }),
  district: limit,
  city: limit,
  report: limit,
});

test('whenever it was raised and whatever the limits, it goes up on the day after the last of its working days, as a count day by day says', () => {
  fc.assert(
    fc.property(lives, ({ raised, hour, ...given }) => {
      const [begun = '', seen = all.slice(raised, raised + 80)] = [all[raised]];
      const [up, toReport] = [overOn(begun, given.district), overOn(overOn(begun, given.district), given.city)];
      const late = overOn(toReport, given.report);
      const limits = {
        ...shipped.limits,
        problemInDistrict: given.district,
        problemInCity: given.city,
        problemReport: given.report,
      };
      const here = (set: string, at: Date): Here => ({ set, city: 'fuzhou', at, calendar: [calendar2026], limits });

      const asked = {
        projectId: uuid(2),
        investor: 'p',
        raiser: { kind: 'investor', partyId: 'p' },
        kind: 'land',
      } as const;
      const first = new Date(startOf(begun).getTime() + hour * 3_600_000);
      let home: Problem = raise(
        { ...asked, id: uuid(1), department: undefined, text: 'x' },
        here('gulou', first),
      ).after;
      let above: Problem | undefined;
      for (const day of seen.slice(1)) {
        const at = startOf(day);
        const change = passTime(home, here('gulou', at));
        home = change?.after ?? home;
        for (const { data } of change?.facts ?? []) {
          const told = { data: ProblemChangedV1.data.parse(data), sequence: home.version };
          above = followDistrict(above, told, here('fuzhou', at))?.after ?? above;
        }
        above = (above && passTime(above, here('fuzhou', at))?.after) ?? above;
        expect([day, home.state, above?.state, above?.late]).toEqual([
          day,
          day < up ? 'raised' : 'escalated',
          day < up ? undefined : day < toReport ? 'raised' : 'to-report',
          day < up ? undefined : day >= late,
        ]);
      }
    }),
    { numRuns: 100 },
  );
});
