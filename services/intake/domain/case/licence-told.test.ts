import { describe, expect, test } from 'vitest';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import { licenceFacts } from './licence-told.ts';

const uuid = (n: number) => `0190a5b2-0000-7000-8000-00000000000${n}`;
const number = (n: number) => `11350199MB0102031K400013100300020260803000${n}`;
const decided = (n: number, rest: Partial<Application> = {}): Application =>
  applicationOf({
    id: uuid(n),
    number: number(n),
    state: 'decided',
    outcome: 'granted',
    decidedAt: new Date('2026-08-03T01:00:00Z'),
    ...rest,
  });
const known = { licence: { grantedIn: uuid(1), until: '2031-08-03' } };
const upon = (as: 'revoke' | 'review') => ({ caseId: uuid(1), as, by: 'office' as const, why: '理由' });
const saidOf = (...args: Parameters<typeof licenceFacts>) => licenceFacts(...args).map(({ data }) => data);

describe('what a revocation does', () => {
  const revocation = decided(3, { follows: upon('revoke') });

  test.each([
    ['ends the licence', { grant: decided(1), stands: false }, { licenceId: uuid(1), act: 'revoke' }],
    [
      'annulled itself, lets it stand again',
      { grant: decided(1), stands: true },
      { licenceId: uuid(1), act: 'restore' },
    ],
    [
      'of a change, takes that back alone',
      { grant: decided(2, { situation: '变更', ...known }), stands: false },
      { licenceId: uuid(1), act: 'revoke', undoes: uuid(2) },
    ],
    [
      'of a renewal, ends the renewed one',
      { grant: decided(2, { situation: '延续', ...known }), stands: false },
      { licenceId: uuid(2), act: 'revoke' },
    ],
  ])('%s', (_, undone, said) => {
    expect(saidOf(revocation, { licenceType: 'food', undone })).toMatchObject([said]);
  });

  test('of what was struck off gives no licence back by itself, nor where no id was ever given', () => {
    const struckOff = { grant: decided(2, { situation: '注销', ...known }), stands: false };
    expect(saidOf(revocation, { licenceType: 'food', undone: struckOff })).toEqual([]);
    const unnumbered = { grant: decided(1, { number: undefined }), stands: false };
    expect(saidOf(revocation, { licenceType: 'food', undone: unnumbered })).toEqual([]);
  });
});

test('a filing, a correction and an item without a licence give none', () => {
  expect(saidOf(decided(1, { handling: 'filing' }), { licenceType: 'food' })).toEqual([]);
  expect(saidOf(decided(2, { follows: { ...upon('review'), as: 'correct' } }), { licenceType: 'food' })).toEqual([]);
  expect(saidOf(decided(1), { licenceType: null })).toEqual([]);
});

test('a change of a licence that the office has not given is a licence of its own', () => {
  expect(
    saidOf(decided(2, { situation: '变更', licence: { until: '2030-01-01' } }), { licenceType: 'food' }),
  ).toMatchObject([{ licenceId: uuid(2), act: 'issue', edition: { validUntil: '2030-01-01' } }]);
});

test('the holder of what a grant creates is the party that it creates', () => {
  const [said] = saidOf(decided(1, { createdPartyId: 'p_new' }), { licenceType: 'business-licence' });
  expect(said).toMatchObject({ licence: { partyId: 'p_new', type: 'business-licence' } });
});
