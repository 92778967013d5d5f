import { describe, expect, test } from 'vitest';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import { endPause, resubmit, submit, withdraw } from './handing-in.ts';

test('a submission names the case to those who need it, and carries its receipt', () => {
  const receipt = { at: at('08-03 09:00'), district: 'gulou', number: 'N1', trackingCode: 'ABC234' };
  const draft = applicationOf({ projectId: 'tower', stage: 2, authorityId: 'a1' });
  const { application, facts = [] } = submit(draft, receipt);
  expect(application).toMatchObject({ state: 'submitted', version: 2, submittedAt: receipt.at, number: 'N1' });
  expect(facts.map(({ type }) => type)).toEqual(['intake.application-submitted.v1']);
  expect(facts[0]?.data).toMatchObject({ district: 'gulou', projectId: 'tower', stage: 2, authorityId: 'a1' });
  expect(submit(applicationOf(), receipt).facts?.[0]?.data).not.toHaveProperty('projectId');
});

/** Asked on Monday, August 3, with five working days: until Monday the 10th. */
const correcting = (rest: Partial<Application> = {}) =>
  applicationOf({
    state: 'correcting',
    submittedAt: at('08-01 09:00'),
    corrections: [
      {
        at: at('08-03 09:00'),
        by: 'clerk',
        days: 5,
        fault: false,
        defects: [{ pointer: '/contact', what: '缺', mend: '补' }],
      },
    ],
    ...rest,
  });
const form = { operator: '示例公司', contact: { name: '段' } };
const answer = (pointer: string) =>
  acting({ form, changes: [{ pointer, value: '段正淳' }] }, { at: at('08-05 09:00'), capacity: 'applicant' });

/** What becomes of an answer that somebody brings, by the visits before it and those that the item asks for. */
function came(visits: number, asked: number, capacity: 'window' | 'hotline' | 'applicant' = 'window') {
  const burden = { asked: 2, fetched: 1, visits: asked };
  const { changes } = answer('/contact').body;
  const said = acting({ form, changes }, { at: at('08-05 09:00'), capacity });
  const { application, findings } = made(resubmit(correcting({ visits, burden }), said));
  return [application.visits, findings?.map(({ rule }) => rule)];
}

describe('an answer to a notice', () => {
  test('changes what was asked, keeps what was handed in, and gives the office its five days anew', () => {
    const change = made(resubmit(correcting(), answer('/contact/name')));
    expect(change.application).toMatchObject({ state: 'submitted', submittedAt: at('08-05 09:00') });
    expect(change.application.corrections).toMatchObject([{ answeredAt: at('08-05 09:00') }]);
    expect(change.form).toEqual({ was: form, is: { operator: '示例公司', contact: { name: '段正淳' } } });
  });

  test('at a desk is a visit more, and one too many where the item asks for no second', () => {
    expect(came(1, 0)).toEqual([2, ['second-visit']]);
    expect(came(1, 2)).toEqual([2, undefined]);
    expect(came(2, 2)).toEqual([3, ['second-visit']]);
    expect(came(0, 0)).toEqual([1, undefined]);
    expect([came(2, 0, 'hotline'), came(2, 0, 'applicant')]).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
  });

  test('after acceptance ends the pause, and the day of receipt stays', () => {
    const pauses = [{ kind: 'supplement' as const, from: at('08-03 09:00'), why: '-' }];
    const asked = correcting({ state: 'supplementing', acceptedAt: at('08-02 09:00'), pauses });
    const { application } = made(resubmit(asked, answer('/contact')));
    expect(application).toMatchObject({ state: 'accepted', submittedAt: at('08-01 09:00') });
    expect(application.pauses).toMatchObject([{ until: at('08-05 09:00') }]);
  });

  test.each(['/operator', '/contacts'])('of %s was not asked', (pointer) => {
    const decided = resubmit(correcting(), answer(pointer));
    expect(decided).toEqual({ refused: 'not-asked' });
  });

  test('needs a notice', () => {
    expect(resubmit(correcting({ corrections: [] }), answer('/contact'))).toEqual({ refused: 'wrong-state' });
  });
});

test('only the last pause is ended, and only where it is open', () => {
  const pause = { kind: 'hearing' as const, from: at('08-03 09:00'), why: '-' };
  const ended = { ...pause, until: at('08-04 09:00') };
  expect(endPause(applicationOf({ pauses: [ended, pause] }), at('08-05 09:00'))).toEqual([
    ended,
    { ...pause, until: at('08-05 09:00') },
  ]);
  expect(endPause(applicationOf({ pauses: [ended] }), at('08-05 09:00'))).toEqual([ended]);
  expect(endPause(applicationOf(), at('08-05 09:00'))).toEqual([]);
});

test('a withdrawal is the outcome of a case that was handed in; a draft has none, and a fact of its own', () => {
  const asked = acting({ reason: '不办了' }, { capacity: 'applicant' });
  const draft = withdraw(applicationOf(), asked);
  expect([draft.application.state, draft.application.outcome]).toEqual(['withdrawn', undefined]);
  expect(draft.facts?.map(({ type }) => type)).toEqual(['intake.draft-withdrawn.v1']);
  const pauses = [{ kind: 'hearing' as const, from: at('08-03 08:00'), why: '-' }];
  const open = withdraw(applicationOf({ state: 'suspended', pauses }), asked);
  expect(open.application).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' });
  expect(open.application.pauses).toMatchObject([{ until: at('08-03 09:00') }]);
  expect(open.facts).toBeUndefined();
});
