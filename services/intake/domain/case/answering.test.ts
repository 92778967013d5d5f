import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import { resubmit } from './answering.ts';
import type { Application } from './application.ts';

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
  acting(
    { form, changes: [{ pointer, value: '段正淳' }], answers: [] },
    { at: at('08-05 09:00'), capacity: 'applicant' },
  );

/** What becomes of an answer that somebody brings, by the visits before it and those that the item asks for. */
function came(visits: number, asked: number, capacity: 'window' | 'hotline' | 'applicant' = 'window') {
  const burden = { asked: 2, fetched: 1, visits: asked };
  const { changes } = answer('/contact').body;
  const said = acting({ form, changes, answers: [] }, { at: at('08-05 09:00'), capacity });
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
    expect(decided).toEqual({ refused: 'not-asked', faults: [{ path: ['changes', 0, 'pointer'] }] });
  });

  test('needs a notice', () => {
    expect(resubmit(correcting({ corrections: [] }), answer('/contact'))).toEqual({ refused: 'wrong-state' });
  });
});

interface Place {
  pointer?: string;
  material?: string;
}
const field = fc.constantFrom('/operator', '/contact', '/contact/name');
const material = fc.constantFrom('plan', 'lease');
const place = fc.oneof(fc.record({ pointer: field }), fc.record({ material }), fc.record({ pointer: field, material }));
const changes = fc.array(fc.record({ pointer: field, value: fc.constantFrom('示例公司', '段', '乔峰') }), {
  maxLength: 3,
});

/** The three fields as some changes leave them, told apart from how they were. */
function movedBy(made: readonly { pointer: string; value: string }[]): Set<string> {
  const was: Record<string, string> = { '/operator': '示例公司', '/contact': '{段}', '/contact/name': '段' };
  const now = { ...was };
  for (const { pointer, value } of made) {
    now[pointer] = value;
    if (pointer === '/contact') now['/contact/name'] = '';
    if (pointer === '/contact/name') now['/contact'] = `{${value}}`;
  }
  return new Set(Object.keys(was).filter((one) => was[one] !== now[one]));
}

/** What becomes of an answer, by hand. */
function expected(
  defects: readonly Place[],
  said: { changes: readonly { pointer: string; value: string }[]; answers: readonly Place[] },
) {
  const asks = (one: Place) =>
    (!one.pointer || defects.some(({ pointer }) => pointer === one.pointer)) &&
    (!one.material || defects.some((other) => other.material === one.material));
  const within = (pointer: string) => defects.some((one) => one.pointer && pointer.startsWith(one.pointer));
  if (!said.changes.every(({ pointer }) => within(pointer)) || !said.answers.every(asks)) return 'not-asked';
  const moved = movedBy(said.changes);
  const speaks = (wish: Place) =>
    said.answers.some((one) => (wish.pointer ? one.pointer === wish.pointer : one.material === wish.material));
  const open = defects.some(
    (one) =>
      (one.pointer && !moved.has(one.pointer) && !speaks({ pointer: one.pointer })) ||
      (one.material && !speaks({ material: one.material })),
  );
  return open ? 'not-answered' : 'taken';
}

test('property: an answer is taken when it speaks of nothing but what was asked, and of all of that', () => {
  const notice = fc.array(place, { minLength: 1, maxLength: 4 });
  const said = fc.record({ changes, answers: fc.array(place, { maxLength: 4 }) });
  fc.assert(
    fc.property(notice, said, (defects: Place[], { changes: made, answers }) => {
      const asked = { at: at('08-03 09:00'), by: 'c', days: 5, fault: false };
      const corrections = [{ ...asked, defects: defects.map((one) => ({ ...one, what: '缺', mend: '补' })) }];
      const spoken = answers.map((one: Place) => ({ ...one, text: '已补' }));
      const body = acting({ form, changes: made, answers: spoken }, { at: at('08-05 09:00'), capacity: 'applicant' });
      const decided = resubmit(correcting({ corrections }), body);
      expect('refused' in decided ? decided.refused : 'taken').toBe(expected(defects, { changes: made, answers }));
    }),
    { numRuns: 500 },
  );
});
