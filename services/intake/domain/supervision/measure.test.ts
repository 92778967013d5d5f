import { expect, test } from 'vitest';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { shippedCalendars } from '#shared/calendars';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from '../case/application.ts';
import type { Change } from '../case/change.ts';
import { decide } from '../case/deciding.ts';
import { withdraw } from '../case/handing-in.ts';
import { makeVoid } from '../case/voiding.ts';
import { passTime } from '../case/clock-act.ts';
import { measuredFacts } from './measure.ts';
import { added, figuresOf, type Counters } from './summary.ts';

const measured = (change: Change | undefined) =>
  (change ? measuredFacts(change, shippedCalendars) : []).map(({ data }) => data);
const accepted = (rest: Partial<Application> = {}) =>
  applicationOf({ state: 'accepted', submittedAt: at('08-03 09:00'), acceptedAt: at('08-03 10:00'), ...rest });
const grant = (rest: Partial<Application>, when: string) =>
  made(decide(accepted(rest), acting({ outcome: 'granted' as const, opinion: '同意' }, { at: at(when) })));

test('accepted by silence counts on the day of receipt, against the office', () => {
  const handedIn = applicationOf({ state: 'submitted', submittedAt: at('08-03 09:00') });
  expect(measured(passTime(handedIn, at('08-11 00:30'), shippedCalendars))).toMatchObject([
    { measure: 'accepted', day: '2026-08-03', silent: true },
  ]);
});

test('decided on the spot is accepted and decided in one act, in no day', () => {
  const change = decide(
    applicationOf({ state: 'submitted', handling: 'on-the-spot', submittedAt: at('08-03 09:00') }),
    acting({ outcome: 'granted' as const, opinion: '同意' }),
  );
  expect(measured(made(change))).toMatchObject([
    { measure: 'accepted', day: '2026-08-03' },
    { measure: 'decided', day: '2026-08-03', days: 0 },
  ]);
});

test('overdue is counted once: when the head is told, or with a decision that came before that', () => {
  const told = passTime(accepted(), at('08-11 00:30'), shippedCalendars);
  expect(measured(told)).toMatchObject([{ measure: 'overdue', day: '2026-08-10' }]);
  const kinds = (change: Change) => measured(change).map(({ measure }) => measure);
  expect(kinds(grant({ warned: ['overdue-head'] }, '08-11 00:10'))).toEqual(['decided']);
  expect(kinds(grant({}, '08-11 00:10'))).toEqual(['overdue', 'decided']);
  expect(kinds(grant({}, '08-10 23:50'))).toEqual(['decided']);
});

test('withdrawn or made void after its limit, with nobody told of that, a case was overdue, paused or not', () => {
  const pauses = [{ kind: 'hearing' as const, from: at('08-10 09:00'), why: '-' }];
  const body = { ground: 'clerical' as const, why: '误录' };
  const voiding = { ...body, by: 'colleague', byParty: 'p_colleague', at: at('08-05 09:00') };
  const endings = (state: 'accepted' | 'suspended', when: string) => [
    measured(made(makeVoid(undefined)(accepted({ state, pauses, voiding }), acting(body, { at: at(when) })))),
    measured(withdraw(accepted({ state, pauses }), acting({ reason: '不办了' }, { at: at(when) }))),
  ];
  for (const state of ['accepted', 'suspended'] as const) {
    const overdue = [expect.objectContaining({ measure: 'overdue', day: '2026-08-10' })];
    expect(endings(state, '08-11 00:10')).toEqual([overdue, overdue]);
    expect(endings(state, '08-10 23:50')).toEqual([[], []]);
  }
});

const daysOf = (rest: Partial<Application>) =>
  measured(grant({ warned: ['overdue-head'], ...rest }, '08-17 10:00')).at(-1)?.['days'];

test('days are working days, whatever the promise is counted in, without pauses, also beyond the limit', () => {
  const pauses = [{ kind: 'hearing' as const, from: at('08-04 09:00'), until: at('08-06 09:00'), why: '-' }];
  expect([daysOf({}), daysOf({ pauses })]).toEqual([10, 8]);
  expect(daysOf({ promised: { n: 10, unit: 'day', from: 'accepted', of: 'office' } })).toBe(10);
});

const before = (days: number, unit: 'minute' | 'day') => {
  const baseline = { steps: 3, materials: 4, visits: 1, days, unit };
  const change = grant({ burden: { asked: 1, fetched: 0, visits: 1, baseline } }, '08-04 10:00');
  return CaseMeasuredV1.data.parse(measured(change).at(-1)).burden?.before;
};

test('what was asked before the reform is told in working days: half a day of minutes is one, fifteen days are eleven', () => {
  expect(before(240, 'minute')).toEqual({ steps: 3, materials: 4, visits: 1, days: 1 });
  expect(before(15, 'day')).toMatchObject({ days: 11 });
});

test('what should never have been a case is not a decision', () => {
  const voiding = { by: 'approver', at: at('08-03 09:00'), ground: 'clerical' as const, why: '误录' };
  const slip = acting({ ground: 'clerical' as const, why: '误录' });
  expect(measured(made(makeVoid(undefined)(accepted({ voiding }), slip)))).toEqual([]);
});

test('nine of ten: the nearest rank, whatever the parts that counters came in', () => {
  const parts: Counters[] = [
    { decided: 6, days1: 6 },
    { decided: 3, days1: 1, days4: 2 },
    { decided: 1, days20: 1 },
  ];
  expect(figuresOf(added(parts))).toMatchObject({ decided: 10, meanDays: 3.5, p90Days: 4, reductions: null });
  expect(figuresOf({})).toMatchObject({ accepted: 0, meanDays: null, p90Days: null });
});
