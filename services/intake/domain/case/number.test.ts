import { expect, test } from 'vitest';
import { at } from '../../acting.fake.ts';
import { caseNumber } from './number.ts';

const code = '11350102MB0000001Y4000100001000';

test.each([
  [1, '0001'],
  [9999, '9999'],
  // The ten-thousandth case of a day goes on with a letter, and the number stays as long as it was.
  [10_000, 'A000'],
  [10_999, 'A999'],
  [11_000, 'B000'],
  [35_999, 'Z999'],
])('case %i of a day ends in %s', (sequence, expected) => {
  const number = caseNumber(code, at('08-03 09:00'), sequence);
  expect(number).toBe(`${code}20260803${expected}`);
  expect(number).toHaveLength(43);
});

test('beyond that there is no number', () => {
  expect(caseNumber(code, at('08-03 09:00'), 36_000)).toBeUndefined();
});

test('the day is that of Shanghai', () => {
  expect(caseNumber(code, new Date('2026-08-02T15:59:59.999Z'), 1)).toContain('20260802');
  expect(caseNumber(code, new Date('2026-08-02T16:00:00Z'), 1)).toContain('20260803');
});
