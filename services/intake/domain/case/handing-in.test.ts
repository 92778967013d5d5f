import { expect, test } from 'vitest';
import { acting, at } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import { endPause, submit, withdraw } from './handing-in.ts';

test('a submission names the case to those who need it, and carries its receipt', () => {
  const receipt = { at: at('08-03 09:00'), district: 'gulou', number: 'N1', trackingCode: 'ABC234' };
  const draft = applicationOf({ projectId: 'tower', stage: 2, authorityId: 'a1' });
  const { application, facts = [] } = submit(draft, receipt);
  expect(application).toMatchObject({ state: 'submitted', version: 2, submittedAt: receipt.at, number: 'N1' });
  expect(facts.map(({ type }) => type)).toEqual(['intake.application-submitted.v1']);
  expect(facts[0]?.data).toMatchObject({ district: 'gulou', projectId: 'tower', stage: 2, authorityId: 'a1' });
  expect(submit(applicationOf(), receipt).facts?.[0]?.data).not.toHaveProperty('projectId');
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
