import { describe, expect, test } from 'vitest';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf, itemOf } from '../../cases.fake.ts';
import * as acceptance from './acceptance.ts';
import * as refusing from './refusing.ts';
import { toleranceFor } from './tolerance.ts';
import type { Item } from '../catalogue/item.ts';
import type { Application } from './application.ts';
import type { Task } from './task.ts';

const material = (type: string, must: 'must' | 'optional' | 'deferrable'): Item['materials'][number] => ({
  type,
  name: type,
  must,
  source: 'applicant',
  sharedResource: null,
  about: 'party',
  originals: 1,
  copies: 0,
});
const item = itemOf({ materials: [material('plan', 'deferrable'), material('lease', 'must')] });
const listed = { item, hashOf: (text: string) => `hash of ${text.length}` };
const task: Task = { n: 1, department: 'amr', mode: 'serial', state: 'waiting' };

/** Handed in on Monday, August 3: the office has until Monday the 10th. */
const submitted = (rest: Partial<Application> = {}) =>
  applicationOf({ state: 'submitted', submittedAt: at('08-03 09:00'), ...rest });
const promised = (n: number, unit: 'hour' | 'day' | 'month'): Partial<Application> => ({
  promised: { n, unit, from: 'accepted', of: 'office' },
});
const received = (n: number): Partial<Application> => ({
  promised: { n, unit: 'working-day', from: 'received', of: 'office' },
  submittedAt: at('07-31 09:00'),
});
const inTime = { at: at('08-10 23:59') };

describe('acceptance', () => {
  test('opens the first task, and names who took it in hand first', () => {
    const { application } = made(
      acceptance.accept(toleranceFor(listed))(submitted({ tasks: [task] }), acting({}, inTime)),
    );
    expect(application).toMatchObject({ state: 'accepted', version: 2, acceptedAt: at('08-10 23:59') });
    expect(application).toMatchObject({ acceptedBy: 'office', firstClerk: 'clerk', tasks: [{ state: 'open' }] });
    const named = submitted({ firstClerk: 'first' });
    expect(made(acceptance.accept(toleranceFor(listed))(named, acting({}))).application.firstClerk).toBe('first');
  });

  test('by silence is as of the day of receipt, and counted against the office', () => {
    const { act, application, findings } = acceptance.acceptSilently(submitted(), at('08-11 00:00'));
    expect([act, application.acceptedBy, application.acceptedAt]).toEqual([
      'accept-silently',
      'silence',
      at('08-03 09:00'),
    ]);
    expect(findings).toEqual([{ rule: 'silent-acceptance' }]);
  });

  test('of a filing is its end', () => {
    const { application } = made(
      acceptance.accept(toleranceFor(listed))(submitted({ handling: 'filing' }), acting({})),
    );
    expect(application).toMatchObject({ state: 'decided', outcome: 'granted', acceptedBy: 'office' });
    expect(application.decidedAt).toEqual(application.acceptedAt);
  });

  test.each(['submitted', 'refusal-proposed'] as const)('of a filing by silence is its end as well, %s', (state) => {
    const filing = submitted({ handling: 'filing', state });
    const { application, findings } = acceptance.acceptSilently(filing, at('08-11 00:00'));
    expect(application).toMatchObject({ state: 'decided', outcome: 'granted', acceptedBy: 'silence' });
    expect([application.acceptedAt, application.decidedAt]).toEqual([at('08-03 09:00'), at('08-11 00:00')]);
    expect(findings).toEqual([{ rule: 'silent-acceptance' }]);
  });

  test.each<[string, Partial<Application>, string[], number, string]>([
    ['a deferrable material may follow', {}, ['plan'], 5, 'accepted'],
    ['not longer than the promise', {}, ['plan'], 6, 'tolerance-too-long'],
    ['no main material', {}, ['plan', 'lease'], 5, 'not-deferrable'],
    ['no material that the item does not know', {}, ['photo'], 5, 'not-deferrable'],
    ['no day in a promise of hours', promised(2, 'hour'), ['plan'], 1, 'tolerance-too-long'],
    // Accepted on Monday, August 3.
    ['as many working days as end with three calendar days', promised(3, 'day'), ['plan'], 3, 'accepted'],
    ['not those that end after five calendar days', promised(5, 'day'), ['plan'], 6, 'tolerance-too-long'],
    ['nor what ends after a promise that has run since receipt', received(3), ['plan'], 3, 'tolerance-too-long'],
    ['all that a month leaves', promised(1, 'month'), ['plan'], 22, 'accepted'],
  ])('tolerance: %s', (...[, rest, requirements, days, expected]) => {
    const signature = { ref: 'hall-2026-0001', by: 'self' as const };
    const body = { tolerance: { requirements, days, promised: true as const, signature } };
    const decided = acceptance.accept(toleranceFor(listed))(submitted(rest), acting(body));
    expect('refused' in decided ? decided.refused : decided.application.state).toBe(expected);
  });

  test('by silence needs a case that was handed in', () => {
    expect(() => acceptance.acceptSilently(applicationOf({ state: 'submitted' }), at('08-11 00:00'))).toThrow(
      'not handed in',
    );
  });
});

describe('a refusal of acceptance', () => {
  const body = { reasons: '不符', guidance: '请先办理营业执照' };
  const proposed = made(refusing.proposeRefusal(submitted(), acting(body))).application;

  test('is proposed, with guidance', () => {
    expect(proposed).toMatchObject({ state: 'refusal-proposed', refusal: { by: 'clerk', ...body } });
  });

  test('is approved by another person, with the reasons proposed', () => {
    const self = refusing.approveRefusal(proposed, acting({ opinion: '同意' }));
    expect(self).toEqual({ refused: 'same-person' });
    const { by, ...asked } = acting({ opinion: '同意' }, { sub: 'other-account' });
    const again = { ...asked, by: { ...by, actor: { ...by.actor, partyId: 'p_clerk' } } };
    expect(refusing.approveRefusal(proposed, again)).toEqual({ refused: 'same-person' });
    const { application } = made(refusing.approveRefusal(proposed, acting({ opinion: '同意' }, { sub: 'head' })));
    expect(application).toMatchObject({ state: 'decided', outcome: 'not-accepted', decision: { reasons: '不符' } });
  });

  test('is overturned: the days since receipt go on, and a supervisor hears of it', () => {
    const { application, findings } = refusing.overturnRefusal(proposed, acting({ opinion: '应予受理' }));
    expect(application).toMatchObject({ state: 'submitted', submittedAt: at('08-03 09:00'), refusal: undefined });
    expect(findings).toEqual([{ rule: 'refusal-overturned' }]);
  });
});

test('a signpost names the other office; a notice without an answer ends the case', () => {
  const office = { name: '卫健局', set: 'gulou', department: 'health' };
  const proposed = made(refusing.signpost(office, 'gulou')(submitted(), acting({ guidance: '三楼' })));
  expect(proposed.application).toMatchObject({ state: 'refusal-proposed', refusal: { office, guidance: '三楼' } });
  const head = acting({ opinion: '同意' }, { sub: 'head', capacity: 'head' });
  const sent = made(refusing.approveRefusal(proposed.application, head));
  expect(sent.application).toMatchObject({ state: 'decided', outcome: 'returned', decision: { opinion: '同意' } });
  expect(sent.findings).toBeUndefined();
  const clerk = acting({ opinion: '同意' }, { capacity: 'head' });
  expect(refusing.approveRefusal(proposed.application, clerk)).toEqual({ refused: 'same-person' });
  const own = refusing.signpost({ ...office, department: 'amr' }, 'gulou')(submitted(), acting({ guidance: '-' }));
  expect(own).toMatchObject({ refused: 'not-another-office' });
  const closed = acceptance.closeUncorrected(submitted({ state: 'correcting' }), at('09-01 00:10'));
  expect(closed.application).toMatchObject({ outcome: 'no-correction', decidedAt: at('09-01 00:10') });
});
