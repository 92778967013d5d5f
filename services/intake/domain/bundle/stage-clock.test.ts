import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import { answerBy } from './stage-clock.ts';
import type { StageBundle } from './stage.ts';

const handedIn = (submittedAt: Date, answerDays: number): StageBundle => ({
  id: uuid(1, 5),
  version: 2,
  state: 'under-way',
  definition: { key: 'stage-3', name: '施工许可', nameEn: 'Construction', parts: [{ item: 'survey', needs: [] }] },
  catalogueVersion: 1,
  itemVersions: { survey: 1 },
  channel: 'online',
  partyId: 'p_company',
  projectId: uuid(1, 6),
  stage: 3,
  joint: { round: 1, lead: 'hc', limit: { n: 15, unit: 'working-day' }, answerDays, items: [] },
  createdAt: submittedAt,
  submittedAt,
  parts: [],
  timelineHash: '',
});

// 国办发明电: the days off of autumn 2026, and the weekends that are worked, typed by hand.
const off = new Set(
  ['09-25', '09-26', '09-27', ...Array.from({ length: 7 }, (_, n) => `10-0${n + 1}`)].map((day) => `2026-${day}`),
);
const workedWeekends = new Set(['2026-09-20', '2026-10-10']);

const dayMs = 86_400_000;
const dayIn = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
const isWorked = (moment: number) => {
  const day = dayIn(moment);
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return workedWeekends.has(day) || (!weekend && !off.has(day));
};

/** The last day of `n` worked days after a moment, counted on the fingers. */
function fingers(from: number, n: number): string {
  let [moment, left] = [from, n];
  while (left > 0) {
    moment += dayMs;
    if (isWorked(moment)) left -= 1;
  }
  return dayIn(moment);
}

test('the time to answer ends with the last moment of the third working day after the day of the receipt, whatever day that is', () => {
  const [first, last] = ['2026-09-10T00:00:00+08:00', '2026-10-20T23:59:59+08:00'].map((one) => Date.parse(one));
  const received = fc.integer({ min: first ?? 0, max: last ?? 0 });
  fc.assert(
    fc.property(received, fc.integer({ min: 1, max: 5 }), (at, answerDays) => {
      const due = answerBy(handedIn(new Date(at), answerDays), shippedCalendars);
      expect(due).toEqual({ dueAt: new Date(`${fingers(at, answerDays)}T23:59:59.999+08:00`), provisional: false });
    }),
  );
});
