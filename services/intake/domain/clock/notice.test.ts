import { describe, expect, test } from 'vitest';
import { daysAfter, isWeekend, type CalendarYear } from '#shared/calendar';
import { calendar2026, shippedCalendars } from '#shared/calendars';
import { amended, turned } from '../../../../test/support/amended.ts';
import { fc } from '../../../../test/support/property.ts';
import { inForce, notice, propose, publish, receive, unpublished, type Notice, type YearChange } from './notice.ts';
import { faultsIn } from './notice-faults.ts';

const { off, worked } = calendar2026;
const days = (more: Partial<Notice> = {}): Notice => ({ notice: calendar2026.notice, off, worked, ...more });
const [li, wang] = [
  { sub: 'li', partyId: 'p_li' },
  { sub: 'wang', partyId: 'p_wang' },
];
const done = (change: ReturnType<typeof publish>): YearChange => {
  if ('refused' in change) throw new Error(change.refused);
  return change;
};

describe('a calendar', () => {
  test('is proposed by one person and published by another, and then told to every set', () => {
    const proposed = propose(unpublished(2026), days(), li);
    expect(proposed).toMatchObject({ act: 'propose', before: 0, record: { version: 1 }, facts: [] });
    expect(proposed.record.published).toBeUndefined();
    const { record, facts } = done(publish(proposed.record, wang));
    expect(record).toEqual({ year: 2026, version: 2, published: { ...days(), version: 2 } });
    expect(facts).toEqual([
      { type: 'intake.calendar-published.v1', toDistrict: '*', data: { year: 2026, version: 2, ...days() } },
    ]);
  });

  test.each([
    ['the same account', li],
    ['another account of the same person', { ...wang, partyId: li.partyId }],
    ['the same account, whoever it says it is', { ...li, partyId: 'p_wang' }],
  ])('is not published by %s', (_, by) => {
    const { record } = propose(unpublished(2026), days(), li);
    expect(publish(record, by)).toEqual({ refused: 'same-person' });
  });

  test('is published once; without a proposal there is nothing to publish', () => {
    const { record } = done(publish(propose(unpublished(2026), days(), li).record, wang));
    expect(publish(record, wang)).toEqual({ refused: 'nothing-proposed' });
    expect(publish(unpublished(2026), wang)).toEqual({ refused: 'nothing-proposed' });
  });

  test('stays in force while an amendment is proposed, and whoever corrects a proposal is its proposer', () => {
    const { record } = done(publish(propose(unpublished(2026), days(), li).record, wang));
    const longer = days({ off: [...off, '2026-02-24', '2026-02-25'] });
    const corrected = propose(propose(record, days(), li).record, longer, wang).record;
    expect(corrected.published).toEqual(record.published);
    expect(publish(corrected, wang)).toEqual({ refused: 'same-person' });
    expect(done(publish(corrected, li)).record.published).toEqual({ ...longer, version: 5 });
  });

  test('of an older or the same version tells a district nothing', () => {
    const known = receive(unpublished(2026), { ...days(), version: 4 })?.record ?? unpublished(2026);
    expect(known).toEqual({ year: 2026, version: 4, published: { ...days(), version: 4 } });
    expect([2, 4].map((version) => receive(known, { ...days(), version }))).toEqual([undefined, undefined]);
    expect(receive(known, { ...days(), version: 6 })).toMatchObject({ before: 4, record: { version: 6 } });
  });

  test('that is published replaces the one shipped for its year, and a new year joins the others', () => {
    const of2027 = { year: 2027, version: 2, published: { ...days(), version: 2 } };
    const amended = { year: 2025, version: 4, published: { ...days(), version: 4 } };
    const proposed = propose(unpublished(2026), days({ off: ['2026-01-01'] }), li).record;
    const years = inForce(shippedCalendars, [of2027, amended, proposed]);
    expect(years.map(({ year, version }) => [year, version])).toEqual([
      [2024, 0],
      [2025, 4],
      [2026, 0],
      [2027, 2],
    ]);
    expect(years[2]).toEqual({ ...calendar2026, version: 0 });
  });
});

const faults = (
  more: Partial<Notice>,
  { year = 2026, today = '2026-08-03', known = undefined as CalendarYear | undefined } = {},
) => faultsIn(days(more), year, { today, known }).map(({ path, code, about }) => [path.join('/'), code, about]);

describe('a proposal names every fault', () => {
  test('and has none where the State Council wrote it', () => {
    for (const one of shippedCalendars)
      expect(faultsIn(one, one.year, { today: '2025-11-05', known: one })).toEqual([]);
    // January 2020: the Spring Festival was extended, and nothing worked in its place.
    expect(faults({ off: [...off, '2026-02-24', '2026-02-25', '2026-02-26'] })).toEqual([]);
  });

  test('of its days, each by its place', () => {
    const odd = ['2025-12-31', '2026-01-01', '2026-02-14'];
    expect(faults({ off: [...off, ...odd], worked: [...worked, '2026-03-04', '2027-01-02'] })).toEqual([
      ['off/33', 'other-year', '2025-12-31'],
      ['off/34', 'twice', '2026-01-01'],
      ['worked/1', 'twice', '2026-02-14'],
      ['worked/6', 'weekday', '2026-03-04'],
      ['worked/7', 'other-year', '2027-01-02'],
    ]);
  });

  test('of holidays that the law fixes, and of too few or too many days', () => {
    expect(faults({ off: off.filter((day) => !day.startsWith('2026-10')) })).toEqual([
      ['off', 'not-off', '2026-10-01'],
      ['off', 'not-off', '2026-10-02'],
      ['off', 'not-off', '2026-10-03'],
      ['off', 'too-few', '8'],
    ]);
    const spring = Array.from({ length: 31 }, (_, n) => `2026-03-${String(n + 1).padStart(2, '0')}`);
    const long = [...spring, ...Array.from({ length: 30 }, (_, n) => `2026-07-${String(n + 1).padStart(2, '0')}`)];
    expect(faults({ off: [...off, ...long] })).toEqual([['off', 'too-many', '63']]);
  });

  test('and a year whose notice cannot be out', () => {
    expect(faults({}, { today: '2024-12-31' })).toEqual([
      ['', 'too-early', '2026'],
      ['notice', 'notice-year', '2026'],
    ]);
    expect(faults({}, { today: '2025-01-01' })).toEqual([]);
  });

  test.each([
    ['of the year itself or of the one before', '2026-08-03', ['国办发明电〔2025〕7号', '国办发〔2026〕3号'], []],
    ['of another year', '2027-03-01', ['国办发〔2024〕3号', '国办发明电〔2027〕7号'], ['notice-year', 'notice-year']],
    ['that is not written yet', '2025-12-31', ['国办发明电〔2026〕1号'], ['notice-year']],
  ])('and a notice %s', (...[, today, numbers, expected]) => {
    const found = numbers.flatMap((number) => faults({ notice: number }, { today }));
    expect(found).toEqual(expected.map((code) => ['notice', code, '2026']));
  });

  test('and days that are over, where the year is counted by already', () => {
    const known = calendar2026;
    const past = {
      off: [...off.filter((day) => day !== '2026-05-05'), '2026-08-04'],
      worked: ['2026-01-10', ...worked.slice(1)],
    };
    expect(faults(past, { known, today: '2026-08-04' })).toEqual([
      ['worked', 'past', '2026-01-04'],
      ['worked/0', 'past', '2026-01-10'],
      ['off', 'past', '2026-05-05'],
    ]);
    expect(faults({ off: [...off, '2026-08-04'] }, { known, today: '2026-08-05' })).toEqual([
      ['off/33', 'past', '2026-08-04'],
    ]);
    expect(faults(past, { known: undefined, today: '2026-08-04' })).toEqual([]);
    const corrected = faultsIn({ ...days(past), correction: '漏列' }, 2026, { today: '2026-08-04', known });
    expect(corrected).toEqual([]);
  });

  test('any number of days that turn: those before today are faults, and no others', () => {
    fc.assert(
      fc.property(turned, fc.integer({ min: -10, max: 50 }), (changed, n) => {
        const today = daysAfter('2026-02-10', n);
        const more = changed.filter((day) => !worked.includes(day));
        const found = faultsIn(amended(more), 2026, { today, known: calendar2026 }).filter(
          ({ code }) => code === 'past',
        );
        const turnedDays = more.filter((day) => !isWeekend(day) && day < today);
        expect(found.map(({ about }) => about)).toEqual(turnedDays.toSorted());
      }),
    );
  });

  test.each(['2026-02-30', '2026-2-3', 'tomorrow', ''])('a day such as %j is none', (day) => {
    expect(notice().safeParse(days({ off: [...off, day] })).success).toBe(false);
  });

  test.each([
    ['国办发明电〔2025〕7号', true],
    ['国办发〔2019〕16号', true],
    ['a letter', false],
  ])('the number of the notice %s: %s', (number, isOne) => {
    expect(notice().safeParse(days({ notice: number })).success).toBe(isOne);
  });
});
