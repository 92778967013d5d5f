import { describe, expect, test } from 'vitest';
import { fact } from '#events/event';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { shippedCalendars } from '#shared/calendars';
import { at } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import { end, factsOf, step } from './change.ts';
import type { Act } from './graph.ts';

const accepted: Partial<Application> = { state: 'accepted', acceptedAt: at('08-03 09:00') };
const told = (rest: Partial<Application>, act: Act, changed: Partial<Application> = {}) =>
  factsOf(step(applicationOf(rest), act, changed), shippedCalendars).map(({ data }) => data);
const dueAt = '2026-08-10T15:59:59.999Z';
const suspended = [{ kind: 'hearing' as const, from: at('08-04 09:00'), why: '-' }];

test('a step is one version on, in the state of the graph', () => {
  expect(step(applicationOf(), 'submit').application).toMatchObject({ state: 'submitted', version: 2 });
  expect(() => step(applicationOf(), 'accept')).toThrow('no accept from draft');
});

test('an end has one outcome and a moment', () => {
  const { application } = end(applicationOf(accepted), 'forward', { outcome: 'forwarded', at: at('08-05 09:00') });
  expect(application).toMatchObject({ state: 'decided', outcome: 'forwarded', decidedAt: at('08-05 09:00') });
});

describe('the facts of a change', () => {
  test.each<[string, object[], object[]]>([
    ['nothing of a draft', told({}, 'submit'), []],
    [
      'a new state, without an end before acceptance',
      told({ state: 'submitted' }, 'request-correction'),
      [{ state: 'correcting', provisional: false, reasonCode: 'request-correction' }],
    ],
    [
      'acceptance, with its end',
      told({ state: 'submitted' }, 'accept', { acceptedAt: at('08-03 09:00') }),
      [{ state: 'accepted', dueAt, provisional: false, reasonCode: 'accept' }],
    ],
    [
      'a pause, which has no end',
      told(accepted, 'suspend', { pauses: suspended }),
      [{ state: 'suspended', provisional: false, reasonCode: 'suspend' }],
    ],
    [
      'an extension, by its new end alone',
      told(accepted, 'extend', { extension: { days: 1, at: at('08-04 09:00'), why: '-' } }),
      [{ state: 'accepted', dueAt: '2026-08-11T15:59:59.999Z', provisional: false, reasonCode: 'extend' }],
    ],
    ['nothing where nobody else needs it', told(accepted, 'warn', { warned: ['overdue-head'] }), []],
    [
      'an outcome',
      told(accepted, 'decide', { outcome: 'granted' }),
      [{ state: 'decided', outcome: 'granted', dueAt, provisional: false, reasonCode: 'decide' }],
    ],
  ])('%s', (_, facts, expected) => {
    expect(facts).toEqual(expected.map((one) => ({ caseId: applicationOf().id, ...one })));
  });

  test('those of its own come behind, or alone', () => {
    const data = { caseId: applicationOf().id, state: 'accepted' as const, provisional: false, reasonCode: 'own' };
    const own = fact(CaseChangedV2, data);
    const change = step(applicationOf({ state: 'refusal-proposed' }), 'approve-refusal', { outcome: 'returned' });
    expect(factsOf({ ...change, facts: [own] }, shippedCalendars).map(({ data }) => data['reasonCode'])).toEqual([
      'approve-refusal',
      'own',
    ]);
    expect(factsOf({ ...step(applicationOf(), 'submit'), facts: [own] }, shippedCalendars)).toEqual([own]);
  });
});
