import { expect, test } from 'vitest';
import { copyOf, follow } from './copy.ts';

const caseId = '0190a5b2-0000-7000-8000-000000000001';
const data = {
  caseId,
  itemKey: 'food-business-licence',
  version: 1,
  district: 'gulou',
  partyId: 'p_company',
  departments: ['amr'],
  materials: [],
};
const time = '2026-08-03T01:00:00.000Z';
const copy = copyOf({ sequence: 2, time, data });
const accepted = {
  caseId,
  state: 'accepted',
  dueAt: '2026-08-10T15:59:59.999Z',
  provisional: true,
  reasonCode: 'accepted',
} as const;
const decided = { ...accepted, state: 'decided', outcome: 'granted', provisional: false } as const;

test('a copy begins with the submission, of which it keeps ids alone', () => {
  expect(copy).toEqual({
    id: caseId,
    itemKey: 'food-business-licence',
    district: 'gulou',
    partyId: 'p_company',
    state: 'submitted',
    provisional: false,
    submittedAt: time,
    sequence: 2,
  });
});

test('it follows a later change', () => {
  const after = follow(copy, { sequence: 3, time, data: accepted });
  expect(after).toEqual({ ...copy, state: 'accepted', provisional: true, dueAt: accepted.dueAt, sequence: 3 });
  expect(follow(after, { sequence: 4, time, data: decided })).toMatchObject({
    state: 'decided',
    outcome: 'granted',
    provisional: false,
  });
});

test('of a case upon another it keeps which, and what a review has ruled, in whatever order the facts came', () => {
  const follows = { caseId: '0190a5b2-0000-7000-8000-000000000002', as: 'review' } as const;
  const annulled = { ...decided, follows, ruling: 'annulled' } as const;
  expect(copyOf({ sequence: 2, time, data: { ...data, follows } })).toMatchObject({ follows });
  expect(follow(copy, { sequence: 4, time, data: annulled })).toMatchObject({ follows, ruling: 'annulled' });
  const anew = follow(copy, { sequence: 4, time, data: { ...decided, decidesAnew: follows.caseId } });
  expect(anew.follows).toEqual({ caseId: follows.caseId, as: 'anew' });
});

test('what an office opens of its own accord is received and accepted in one act', () => {
  const after = follow(copy, { sequence: copy.sequence, time, data: accepted });
  expect(after).toMatchObject({ state: 'accepted', dueAt: accepted.dueAt, sequence: copy.sequence });
  expect(follow(after, { sequence: copy.sequence, time, data: accepted })).toBe(after);
});

test('an older change, or the same again, tells nothing new', () => {
  const after = follow(copy, { sequence: 4, time, data: decided });
  expect(follow(after, { sequence: 3, time, data: accepted })).toBe(after);
  expect(follow(after, { sequence: 4, time, data: accepted })).toBe(after);
});
