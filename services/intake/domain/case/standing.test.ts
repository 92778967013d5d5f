import { describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { at } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import type { Correction } from './correction.ts';
import { acceptBy, correctBy, deadlinesOf, dueBy, nextDeadline, standingOf } from './standing.ts';

const shanghai = (moment: Date | undefined) =>
  moment && new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const deadlines = (rest: Partial<Application>) =>
  deadlinesOf(applicationOf(rest), shippedCalendars).map((one) => [one.act, shanghai(one.at)?.slice(5)]);

describe('the office’s five days', () => {
  // However late in the day it comes in, it came in on that day; and that day is not counted.
  test.each([
    ['08-03 00:00', '2026-08-10 23:59'],
    ['08-03 23:59', '2026-08-10 23:59'],
    ['08-04 00:00', '2026-08-11 23:59'],
    // On a Sunday, in the Spring Festival, and on a Saturday that is worked.
    ['08-02 12:00', '2026-08-07 23:59'],
    ['02-18 12:00', '2026-02-28 23:59'],
    ['02-28 12:00', '2026-03-06 23:59'],
  ])('of what came in at %s end at %s', (submittedAt, expected) => {
    const due = acceptBy(applicationOf({ state: 'submitted', submittedAt: at(submittedAt) }), shippedCalendars);
    expect([shanghai(due?.dueAt), due?.provisional]).toEqual([expected, false]);
  });

  test('are none before it came in, and provisional where they reach an unpublished year', () => {
    expect(acceptBy(applicationOf(), shippedCalendars)).toBeUndefined();
    const late = acceptBy(applicationOf({ submittedAt: at('12-28 12:00') }), shippedCalendars);
    expect(late?.provisional).toBe(true);
  });
});

const notice = (rest: Partial<Correction> = {}): Correction => ({
  at: at('08-03 09:00'),
  by: 'clerk',
  days: 20,
  fault: false,
  defects: [{ what: '-', mend: '-' }],
  ...rest,
});
const accepted: Partial<Application> = {
  state: 'accepted',
  submittedAt: at('08-01 09:00'),
  acceptedAt: at('08-03 09:00'),
};
const pause = (from: string, until?: string) => ({
  kind: 'hearing' as const,
  from: at(from),
  why: '-',
  ...(until && { until: at(until) }),
});

test('an applicant has the days of his notice, and those added to it', () => {
  expect(shanghai(correctBy(notice(), shippedCalendars)?.dueAt)).toBe('2026-08-31 23:59');
  expect(shanghai(correctBy(notice({ extraDays: 2 }), shippedCalendars)?.dueAt)).toBe('2026-09-02 23:59');
});

test.each<[string, Partial<Application>, string | undefined]>([
  ['the day of acceptance is not counted', {}, '2026-08-10 23:59'],
  ['nothing is due before acceptance', { acceptedAt: undefined }, undefined],
  ['a pause is not counted', { pauses: [pause('08-04 09:00', '08-06 09:00')] }, '2026-08-12 23:59'],
  ['an open one stops it', { pauses: [pause('08-04 09:00')] }, undefined],
  ['an extension is added', { extension: { days: 3, at: at('08-04 09:00'), why: '-' } }, '2026-08-13 23:59'],
  [
    'it may run from receipt, a Saturday',
    { promised: { n: 5, unit: 'working-day', from: 'received', of: 'office' } },
    '2026-08-07 23:59',
  ],
  ['by silence it has run since receipt', { acceptedBy: 'silence', acceptedAt: at('08-01 09:00') }, '2026-08-07 23:59'],
])('the promise: %s', (...[, rest, expected]) => {
  expect(shanghai(dueBy(applicationOf({ ...accepted, ...rest }), 'promised', shippedCalendars)?.dueAt)).toBe(expected);
});

const said = { situation: '延续', renewBefore: 0, expiresOn: '2026-08-20' } as const;
const renewal = { ...said, licence: { until: '2026-08-20' } } as const;
const toldLate: Partial<Application> = { ...accepted, warned: ['overdue-head'], pauses: [pause('08-10 09:00')] };
const tolerance = { requirements: ['plan'], days: 3 };

const next = (rest: Partial<Application>) =>
  nextDeadline(applicationOf({ ...accepted, ...renewal, ...rest }), shippedCalendars)?.act;

describe('what a case waits for', () => {
  test.each<[string, Partial<Application>, [act: string, at: string][]]>([
    ['a draft', {}, []],
    ['handed in', { state: 'submitted', submittedAt: at('08-03 09:00') }, [['accept-silently', '08-10 23:59']]],
    [
      'while a refusal is proposed too',
      { state: 'refusal-proposed', submittedAt: at('08-03 09:00') },
      [['accept-silently', '08-10 23:59']],
    ],
    ['correcting', { state: 'correcting', corrections: [notice()] }, [['close-uncorrected', '08-31 23:59']]],
    [
      'the last of several notices',
      { state: 'correcting', corrections: [notice(), notice({ at: at('08-04 09:00'), days: 2 })] },
      [['close-uncorrected', '08-06 23:59']],
    ],
    [
      'accepted: the head at once, the supervisor a working day later',
      accepted,
      [
        ['overdue-head', '08-10 23:59'],
        ['overdue-supervisor', '08-11 23:59'],
      ],
    ],
    [
      'over a weekend',
      { ...accepted, acceptedAt: at('08-07 09:00') },
      [
        ['overdue-head', '08-14 23:59'],
        ['overdue-supervisor', '08-17 23:59'],
      ],
    ],
    [
      'each once, whatever moved since',
      { ...accepted, warned: ['overdue-head'] },
      [['overdue-supervisor', '08-11 23:59']],
    ],
    ['warned of all', { ...accepted, warned: ['overdue-head', 'overdue-supervisor'] }, []],
    [
      'something is to follow',
      { ...accepted, tolerance, warned: ['overdue-head', 'overdue-supervisor'] },
      [['tolerance-lapsed', '08-06 23:59']],
    ],
    [
      'it has followed',
      {
        ...accepted,
        tolerance: { ...tolerance, settledAt: at('08-04 09:00') },
        warned: ['overdue-head', 'overdue-supervisor'],
      },
      [],
    ],
    ['suspended', { ...accepted, state: 'suspended', pauses: [pause('08-04 09:00')] }, []],
    ['suspended when it was late', { ...toldLate, state: 'suspended' }, [['overdue-supervisor', '08-11 23:59']]],
    [
      'a renewal does not wait for a hearing',
      { ...accepted, ...renewal, state: 'suspended', pauses: [pause('08-04 09:00')] },
      [['renew-silently', '08-20 23:59']],
    ],
    [
      'a renewal of a licence that nobody knows',
      { ...accepted, ...said, warned: ['overdue-head', 'overdue-supervisor'] },
      [['licence-ended', '08-20 23:59']],
    ],
    [
      'one that came when the licence had ended',
      { ...accepted, ...renewal, submittedAt: at('08-21 00:00'), state: 'suspended', pauses: [pause('08-04 09:00')] },
      [],
    ],
    [
      'the same of which nobody knows',
      { ...accepted, ...said, state: 'suspended', pauses: [pause('08-04 09:00')] },
      [],
    ],
    [
      'supplementing',
      { ...accepted, state: 'supplementing', pauses: [pause('08-04 09:00')], corrections: [notice()] },
      [['lapse-supplement', '08-31 23:59']],
    ],
    ['decided', { ...accepted, ...renewal, state: 'decided' }, []],
    ['withdrawn', { ...accepted, ...renewal, state: 'withdrawn' }, []],
  ])('%s', (_, rest, expected) => {
    expect(deadlines(rest)).toEqual(expected);
  });

  test('the earliest comes first', () => {
    expect(next({})).toBe('overdue-head');
    expect(next({ tolerance })).toBe('tolerance-lapsed');
    expect(next({ licence: { until: '2026-08-05' }, tolerance })).toBe('renew-silently');
    expect(next({ warned: ['overdue-head', 'overdue-supervisor'] })).toBe('renew-silently');
  });
});

test.each<[string, Partial<Application>, string, object]>([
  ['a draft', {}, '08-03 09:00', { provisional: false }],
  [
    'handed in',
    { state: 'submitted', submittedAt: at('08-03 09:00') },
    '08-03 10:00',
    { acceptBy: expect.any(Date), provisional: false },
  ],
  ['accepted', accepted, '08-04 10:00', { light: 'green', provisional: false }],
  ['on its last day', accepted, '08-10 10:00', { light: 'yellow' }],
  ['overdue', accepted, '08-11 00:00', { light: 'red' }],
  [
    'suspended',
    { ...accepted, state: 'suspended', pauses: [pause('08-04 09:00')] },
    '08-05 10:00',
    { light: 'paused' },
  ],
  ['provisional', { ...accepted, acceptedAt: at('12-28 09:00') }, '12-28 10:00', { provisional: true }],
])('where the clocks stand: %s', (...[, rest, now, expected]) => {
  const standing = standingOf(applicationOf(rest), { now: at(now), threshold: 0.9 }, shippedCalendars);
  expect(standing).toMatchObject(expected);
  expect('light' in standing).toBe('light' in expected || rest.state === 'accepted');
});
