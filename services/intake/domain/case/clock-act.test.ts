import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { at } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import { passTime } from './clock-act.ts';

const pass = (rest: Partial<Application>, now: string) => passTime(applicationOf(rest), at(now), shippedCalendars);
const handedIn = { state: 'submitted', submittedAt: at('08-03 09:00') } as const;
const accepted = { ...handedIn, state: 'accepted', acceptedAt: at('08-03 09:00') } as const;
const defects = [{ what: '-', mend: '-' }];
const asked = { at: at('08-03 09:00'), by: 'clerk', days: 5, fault: false, defects };
const pauses = [{ kind: 'supplement' as const, from: at('08-03 09:00'), why: '-' }];
const renewal = { situation: '延续', expiresOn: '2026-08-10' } as const;
const tolerance = { requirements: ['plan'], days: 5 };

test.each<[Partial<Application>, string | undefined, string, string | undefined, string[]]>([
  [handedIn, 'accept-silently', 'accepted', undefined, ['silent-acceptance']],
  [{ ...handedIn, state: 'refusal-proposed' }, 'accept-silently', 'accepted', undefined, ['silent-acceptance']],
  [{ state: 'correcting', corrections: [asked] }, 'close-uncorrected', 'decided', 'no-correction', []],
  [
    { ...accepted, state: 'supplementing', corrections: [asked], pauses },
    'lapse-supplement',
    'accepted',
    undefined,
    [],
  ],
  [accepted, 'warn', 'accepted', undefined, []],
  [{ ...accepted, ...renewal }, 'warn', 'accepted', undefined, []],
  [
    { ...accepted, ...renewal, warned: ['overdue-head'] },
    'renew-silently',
    'decided',
    'granted',
    ['renewed-by-silence'],
  ],
  [{ ...accepted, tolerance, warned: ['overdue-head'] }, 'warn', 'accepted', undefined, ['tolerance-lapsed']],
])('%j: with the end of August 10, %s', (...[rest, act, state, outcome, rules]) => {
  expect(pass(rest, '08-10 23:59')).toBeUndefined();
  const change = pass(rest, '08-11 00:00');
  expect(change?.act).toBe(act);
  expect(change?.application).toMatchObject({ state, version: 2, ...(outcome && { outcome }) });
  expect((change?.findings ?? []).map(({ rule }) => rule)).toEqual(rules);
});

test('one act at a time, the oldest first: late by days, the head is told before the supervisor', () => {
  const first = pass(accepted, '09-30 09:00');
  expect(first?.application.warned).toEqual(['overdue-head']);
  const second = first && passTime(first.application, at('09-30 09:00'), shippedCalendars);
  expect(second?.application.warned).toEqual(['overdue-head', 'overdue-supervisor']);
  expect(second?.findings).toEqual([{ rule: 'overdue' }]);
  expect(second && passTime(second.application, at('12-30 09:00'), shippedCalendars)).toBeUndefined();
});

test('accepted late by the clock, a case is as old as its receipt: its promise has run all the time', () => {
  const change = pass(handedIn, '08-11 00:30');
  expect(change?.application).toMatchObject({ acceptedAt: at('08-03 09:00'), acceptedBy: 'silence' });
  // Five days promised: with the five days of silence they are gone.
  expect(change && passTime(change.application, at('08-11 00:30'), shippedCalendars)?.act).toBe('warn');
});

test('the clock does nothing to what has ended or has not begun', () => {
  for (const state of ['draft', 'decided', 'withdrawn'] as const)
    expect(pass({ ...accepted, ...renewal, state }, '12-31 09:00')).toBeUndefined();
});
