import { expect, test } from 'vitest';
import { boundedPattern, isSafePattern } from '#shared/safe-pattern';

test.each(['^(a+)+$', '(a|a)*b', '(a|ab)*c', '^a*a*a*b$', '.*.*x', '(x?){60}$', '(', '^(a{1,20}){9}$'])(
  'a pattern that may be tried in too many ways is not safe: %s',
  (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  },
);

test.each([
  '^[0-9A-HJ-NPQRTUWXY]{18}$',
  '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})$',
  '^[一-龥][A-Z][0-9A-Z]{5,6}$',
  '^.+@.+$',
  '^([A-Z]{2})+$',
  '^(\\d{4}-)?\\d{2}$',
])('a plain one is: %s', (pattern) => {
  expect(isSafePattern(pattern)).toBe(true);
});

test('a text longer than a pattern tries does not fit', () => {
  const rule = boundedPattern('^a+$', 'u');
  expect([rule.test('a'.repeat(1000)), rule.test('a'.repeat(1001))]).toEqual([true, false]);
});

test('what is safe is tried in a moment, whatever the text', () => {
  const rule = boundedPattern('^.+@.+$', 'u');
  const before = performance.now();
  expect(rule.test(`${'@'.repeat(999)}\n`)).toBe(false);
  expect(performance.now() - before).toBeLessThan(1000);
});
