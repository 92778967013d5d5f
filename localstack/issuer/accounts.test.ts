import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { actor } from '#shared/actor';
import { checkResidentId, checkUscc } from '#shared/identity-number';

import { accounts, findAccount } from './accounts.ts';
import { departments } from './departments.ts';
import { nearest } from './near.ts';

const staff = ['clerk', 'community', 'kiosk', 'hotline', 'officer', 'officer-2', 'officer-lead', 'cashier', 'finance'];
const more = ['finance-checker', 'treasurer', 'editor', 'publisher', 'supervisor', 'assessor', 'admin'];
const departmental = departments.flatMap(({ key }) => [`approver-${key}`, `head-${key}`, `lead-${key}`]);

test('every account of the interface exists, staff in the three places', () => {
  const expected = [
    'citizen',
    'citizen-2',
    'company',
    ...['', '.jinan', '.city'].flatMap((suffix) => [...staff, ...more, ...departmental].map((name) => name + suffix)),
  ];

  expect(accounts.map(({ account }) => account).toSorted()).toEqual(expected.toSorted());
});

test('the suffix says the district, the name the role and the department', () => {
  expect(findAccount('clerk')?.posts).toEqual([{ role: 'window', district: 'gulou' }]);
  expect(findAccount('publisher.city')?.posts).toEqual([{ role: 'catalogue-publisher', district: 'fuzhou' }]);
  expect(findAccount('head-amr.jinan')?.posts).toEqual([{ role: 'head', district: 'jinan', department: 'amr' }]);
});

test('posts are those an actor can hold', () => {
  for (const { posts } of accounts) expect(actor().shape.posts.safeParse(posts).success).toBe(true);
});

describe('nobody real', () => {
  test('names are visibly fictional', () => {
    for (const { name, nameEn } of accounts) {
      expect(name).toMatch(/^示例/);
      expect(nameEn).toMatch(/^Example/);
    }
  });

  test('numbers pass their checks and stand under a region nobody was registered in', () => {
    const numbers = accounts.flatMap(({ document }) => document?.number ?? []);
    const codes = accounts.flatMap(({ uscc }) => uscc ?? []);

    expect(numbers).toHaveLength(2);
    for (const number of numbers) expect(checkResidentId(number)).toMatchObject({ ok: true, warnings: [] });
    for (const code of codes) expect(checkUscc(code)).toMatchObject({ ok: true, warnings: [] });
    for (const number of [...numbers, ...codes]) expect(number).toContain('350199');
  });
});

const seed = 'services/intake/seed/departments.json';
const seededDepartments = z.array(z.object({ key: z.string() }));

test.skipIf(!existsSync(seed))('departments are those of the seeded catalogue', () => {
  const seeded = seededDepartments.parse(JSON.parse(readFileSync(seed, 'utf8')));

  expect(departments.map(({ key }) => key)).toEqual(seeded.map(({ key }) => key));
});

test('a mistyped name finds what it may have meant', () => {
  const names = accounts.map(({ account }) => account);

  expect(nearest('clark', names, 3)[0]).toBe('clerk');
  expect(nearest('approver-am', names, 3)).toContain('approver-amr');
  expect(nearest('zzzzzzzzzzzz', names, 3)).toEqual([]);
});
