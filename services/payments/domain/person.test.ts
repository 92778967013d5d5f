import { expect, test } from 'vitest';
import { isProposer, isSamePerson, proposer, recorded } from './person.ts';

const one = { sub: 'one account', partyId: 'p_one' };

test('one person is the same by his account and by who he is, and a step of before parties were kept by its account', () => {
  const same = [one, { ...one, sub: 'another account' }, { ...one, partyId: 'another document' }];
  expect(same.map((actor) => isSamePerson(recorded(one), actor))).toEqual([true, true, true]);
  expect(same.map((actor) => isSamePerson({ by: one.sub }, actor))).toEqual([true, false, true]);
  expect(same.map((actor) => isProposer(proposer(one), actor))).toEqual([true, true, true]);
  expect(isProposer(proposer(one), { sub: 'another', partyId: 'p_another' })).toBe(false);
});
