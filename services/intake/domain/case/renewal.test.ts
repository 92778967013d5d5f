import { expect, test } from 'vitest';
import { at } from '../../acting.fake.ts';
import { renewedAt, unprovedAt } from './renewal.ts';

const until = '2026-09-10';
const of = (appliedAt: Date, rest: object = {}) => ({
  situation: '延续' as const,
  expiresOn: until,
  licence: { until },
  appliedAt,
  submittedAt: appliedAt,
  ...rest,
});
const end = new Date('2026-09-10T15:59:59.999Z');

test.each([
  ['thirty days before', of(at('08-11 23:59')), true],
  ['a day later', of(at('08-12 00:00')), false],
  ['the day before the end', of(at('09-09 09:00')), false],
  ['by the item’s own law, ten days before', of(at('08-31 09:00'), { renewBefore: 10 }), true],
  ['a day later than that', of(at('09-01 09:00'), { renewBefore: 10 }), false],
  ['in time, and mended since', of(at('08-11 09:00'), { submittedAt: at('09-02 09:00') }), true],
  ['in time, but whole only after the end', of(at('08-11 09:00'), { submittedAt: at('09-11 00:00') }), false],
  ['in time, before that was kept', { ...of(at('08-11 09:00')), appliedAt: undefined }, true],
])('silence renews what was applied for %s: %o', (...[, renewal, expected]) => {
  expect(renewedAt(renewal)).toEqual(expected ? end : undefined);
  // Of a licence that nobody knows somebody hears, where the office has kept its applicant waiting.
  expect(unprovedAt({ ...renewal, licence: undefined })).toEqual(expected ? end : undefined);
});
