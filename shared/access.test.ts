import { describe, expect, test } from 'vitest';
import { anyone, applicant, publicScope, scopeOf, staff, type Who } from '#shared/access';
import type { Actor } from '#shared/actor';
import { applicantActor, staffActor } from '../test/support/actors.ts';

const now = new Date('2026-08-03T09:00:00+08:00');
const scope = (actor: Actor, ...may: Who[]) => scopeOf(actor, may, { set: 'gulou', now });
const codeOf = (actor: Actor, ...may: Who[]) => {
  const found = scope(actor, ...may);
  return 'code' in found ? found.code : 'allowed';
};

const amr = { department: 'amr' };
const approver = staffActor('approver', amr);
const deciding = staff('department', 'approver', 'head');

test('a public route gives nobody anything of his own', () => {
  expect(scope(approver, anyone)).toBe(publicScope);
  expect(publicScope).toMatchObject({ capacities: [], parties: [], departments: [] });
});

describe('an applicant', () => {
  test('acts for himself and for the organisations he may act for', () => {
    const actor = applicantActor('li', { orgs: ['p_company'] });
    expect(scope(actor, applicant(2))).toMatchObject({
      capacities: ['applicant'],
      parties: ['p_li', 'p_company'],
      departments: [],
      office: 'applicant',
    });
  });

  test.each([
    [1, 1, 'allowed'],
    [2, 1, 'allowed'],
    [1, 2, 'assurance-too-low'],
    [2, 3, 'assurance-too-low'],
    [3, 3, 'allowed'],
  ] as const)('proved at level %i on a route of level %i: %s', (assurance, needed, expected) => {
    expect(codeOf(applicantActor('li', { assurance }), applicant(needed))).toBe(expected);
  });

  test.each(['staff', 'service'] as const)('is never %s, whatever party the token names', (kind) => {
    expect(codeOf({ ...applicantActor('li'), kind }, applicant(1))).toBe('wrong-role');
  });

  test('is not staff, even with a post in the token', () => {
    expect(codeOf({ ...approver, kind: 'person' }, deciding)).toBe('wrong-role');
  });
});

describe('a post', () => {
  test('of the route counts, with its department, and names the office', () => {
    expect(scope(approver, deciding)).toMatchObject({
      capacities: ['approver'],
      parties: [],
      departments: ['amr'],
      office: 'gulou/amr',
    });
  });

  test('of another role does not', () => {
    expect(codeOf(staffActor('window'), deciding)).toBe('wrong-role');
  });

  test.each<[string, { from?: string; until?: string }, string]>([
    ['has no bounds', {}, 'allowed'],
    ['begins now', { from: '2026-08-03T09:00:00+08:00' }, 'allowed'],
    ['begins in a second', { from: '2026-08-03T09:00:01+08:00' }, 'wrong-role'],
    ['ends in a second', { until: '2026-08-03T01:00:01Z' }, 'allowed'],
    ['ends now', { until: '2026-08-03T09:00:00+08:00' }, 'wrong-role'],
    ['is past', { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' }, 'wrong-role'],
  ])('that %s', (_, time, expected) => {
    expect(codeOf(staffActor('approver', { ...amr, ...time }), deciding)).toBe(expected);
  });

  test.each([
    ['department', 'wrong-district'],
    ['district', 'wrong-district'],
    ['any-district', 'allowed'],
  ] as const)('in another district, on a route of reach %s: %s', (reach, expected) => {
    expect(codeOf(staffActor('window', { district: 'jinan' }), staff(reach, 'window'))).toBe(expected);
  });

  test('reaches all departments of the set where the route does', () => {
    const supervisor = scope(staffActor('supervisor'), staff('district', 'supervisor'));
    expect(supervisor).toMatchObject({ departments: 'any', office: 'gulou/supervisor' });
    const elsewhere = staffActor('window', { district: 'jinan' });
    expect(scope(elsewhere, staff('any-district', 'window'))).toMatchObject({
      departments: 'any',
      office: 'jinan/window',
    });
  });

  test('without a department reaches none', () => {
    expect(scope(staffActor('approver'), deciding)).toMatchObject({ departments: [] });
  });

  test('beside others: those that count are added up, the others left out', () => {
    const posts = [
      { role: 'approver', district: 'gulou', department: 'amr' },
      { role: 'head', district: 'gulou', department: 'health' },
      { role: 'approver', district: 'jinan', department: 'tax' },
      { role: 'head', district: 'gulou', department: 'edu', until: '2026-01-01T00:00:00Z' },
      { role: 'window', district: 'gulou', department: 'civil' },
    ] as const;
    expect(scope({ ...approver, posts: [...posts] }, deciding)).toMatchObject({
      capacities: ['approver', 'head'],
      departments: ['amr', 'health'],
    });
  });
});

describe('several ways onto a route', () => {
  test('one is enough', () => {
    expect(codeOf(approver, applicant(2), staff('district', 'window'), deciding)).toBe('allowed');
  });

  test('the most telling refusal is given', () => {
    const elsewhere = staffActor('head', { district: 'jinan', department: 'amr' });
    expect(codeOf(elsewhere, applicant(2), staff('district', 'window'), deciding)).toBe('wrong-district');
    expect(codeOf(applicantActor('li', { assurance: 1 }), deciding, applicant(2))).toBe('assurance-too-low');
    expect(codeOf(staffActor('cashier'), applicant(2), deciding)).toBe('wrong-role');
  });
});
