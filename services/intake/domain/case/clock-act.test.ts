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
const said = { situation: '延续', renewBefore: 0, expiresOn: '2026-08-10' } as const;
const renewal = { ...said, licence: { until: '2026-08-10' } } as const;
const lastMoment = new Date(at('08-11 00:00').getTime() - 1);
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
  [{ ...accepted, ...said, warned: ['overdue-head'] }, 'warn', 'accepted', undefined, ['renewal-undecided']],
  [{ ...accepted, tolerance, warned: ['overdue-head'] }, 'warn', 'accepted', undefined, ['tolerance-lapsed']],
])('%j: with the end of August 10, %s', (...[rest, act, state, outcome, rules]) => {
  expect(pass(rest, '08-10 23:59')).toBeUndefined();
  const change = pass(rest, '08-11 00:00');
  expect(change?.act).toBe(act);
  expect(change?.application).toMatchObject({ state, version: 2, ...(outcome && { outcome }) });
  expect((change?.findings ?? []).map(({ rule }) => rule)).toEqual(rules);
});

const openStep = { n: 2, department: 'health', mode: 'serial', state: 'open', openedAt: at('08-04 09:00') } as const;

test('a step with days of its own is late alone: its department is told once, and answers', () => {
  const tasks = [{ ...openStep, days: 2 }];
  expect(pass({ ...accepted, tasks }, '08-06 23:59')).toBeUndefined();
  const change = pass({ ...accepted, tasks }, '08-07 00:00');
  expect(change?.findings).toEqual([{ rule: 'step-overdue', about: '2', department: 'health' }]);
  expect(change?.warning).toMatchObject({ kind: 'step-overdue', to: 'head', department: 'health', task: 2 });
  expect(change && passTime(change.application, at('08-10 09:00'), shippedCalendars)).toBeUndefined();
});

test('what stops the case stops its steps; a step done, waiting or without days of its own is never late', () => {
  const paused = [{ kind: 'hearing' as const, from: at('08-04 09:00'), until: at('08-10 09:00'), why: '-' }];
  const warned = ['overdue-head', 'overdue-supervisor'] as const;
  const late = (step: object, rest: Partial<Application> = {}) =>
    pass({ ...accepted, warned: [...warned], tasks: [{ ...openStep, ...step }], ...rest }, '08-11 09:00') !== undefined;
  expect(late({ days: 2 })).toBe(true);
  expect(late({ days: 2 }, { pauses: paused })).toBe(false);
  expect([late({}), late({ days: 2, state: 'done' }), late({ days: 2, state: 'waiting' })]).toEqual([
    false,
    false,
    false,
  ]);
});

test.each(['suspended', 'supplementing'] as const)(
  'a pause silences nobody: what was late when a case was %s',
  (state) => {
    const paused = (from: string): Partial<Application> => ({
      ...accepted,
      state,
      corrections: [{ ...asked, at: at(from), days: 60 }],
      pauses: [{ kind: 'hearing', from: at(from), why: '-' }],
      tasks: [{ ...openStep, days: 3 }],
    });
    expect(pass(paused('08-06 09:00'), '09-01 09:00')).toBeUndefined();
    const step = pass(paused('08-10 09:00'), '09-01 09:00');
    expect([step?.application.state, step?.warning?.kind]).toEqual([state, 'step-overdue']);
    const head = step && passTime(step.application, at('09-01 09:00'), shippedCalendars);
    expect(head?.warning).toMatchObject({ kind: 'overdue', to: 'head', dueAt: new Date('2026-08-10T15:59:59.999Z') });
    const supervisor = head && passTime(head.application, at('09-01 09:00'), shippedCalendars);
    expect(supervisor?.findings).toEqual([{ rule: 'overdue' }]);
  },
);

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

test.each<[Partial<Application>, object]>([
  [{ ...accepted, state: 'supplementing', corrections: [asked], pauses }, { pauses: [{ until: lastMoment }] }],
  [{ state: 'correcting', corrections: [asked] }, { decidedAt: lastMoment }],
  [{ ...handedIn, handling: 'filing' }, { decidedAt: lastMoment }],
  [{ ...accepted, ...renewal, warned: ['overdue-head'] }, { decidedAt: lastMoment }],
])('what time does holds as of the end of August 10, however late the walk comes: %j', (rest, expected) => {
  for (const now of ['08-11 00:30', '09-03 09:00']) {
    expect(pass(rest, now)?.application).toMatchObject(expected);
  }
});

test('the clock does nothing to what has ended or has not begun', () => {
  for (const state of ['draft', 'decided', 'withdrawn'] as const)
    expect(pass({ ...accepted, ...renewal, state }, '12-31 09:00')).toBeUndefined();
});
