import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { buckets, bucketOf, countWithin, percentile, type Bucket } from './buckets.ts';
import { figureOf, figuresBy, type Cell } from './figures.ts';

const seconds = (bucket: Bucket): number => Number(bucket.replace('within-', ''));

test('property: within which step so many of a hundred were is the step of the time that stands there when all are sorted', () => {
  const times = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), (all, hundredths) => {
      const counts = Map.groupBy(all, bucketOf);
      const countIn = (bucket: Bucket) => counts.get(bucket)?.length ?? 0;
      const there = all.toSorted((a, b) => a - b)[Math.ceil((all.length * hundredths) / 100) - 1] ?? 0;
      const step = bucketOf(there);
      expect(percentile(countIn, hundredths)).toBe(step === 'more' ? null : seconds(step));
      expect(countWithin(countIn, 10)).toBe(all.filter((ms) => ms <= 10_000).length);
    }),
  );
});

test('of none nothing is said', () => {
  expect(percentile(() => 0, 50)).toBeNull();
  expect(figuresBy([], ['day'])).toEqual([]);
});

const cell = fc.record({
  day: fc.constantFrom('2026-08-03', '2026-08-04'),
  district: fc.constantFrom('gulou', 'jinan'),
  channel: fc.constantFrom('sms', 'email'),
  provider: fc.constantFrom('aliyun', 'tencent'),
  template: fc.constantFrom('accepted', 'granted'),
  counts: fc.record({ sent: fc.nat(9), delivered: fc.nat(9), [buckets[2] ?? 'more']: fc.nat(9) }),
});

test('property: by whatever they are told apart, the figures come to the same together', () => {
  const by = fc.subarray<'day' | 'district' | 'channel' | 'provider' | 'template'>(
    ['day', 'district', 'channel', 'provider', 'template'],
    { minLength: 1 },
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), by, (cells: Cell[], dimensions) => {
      const [items, total] = [figuresBy(cells, dimensions), figureOf(cells)];
      const sum = (of: (one: (typeof items)[number]) => number) => items.reduce((all, one) => all + of(one), 0);
      expect(sum(({ sent }) => sent)).toBe(total.sent);
      expect(sum(({ handedOver }) => handedOver.within10s)).toBe(total.handedOver.within10s);
      expect(new Set(items.map((one) => dimensions.map((name) => one[name]).join())).size).toBe(items.length);
    }),
  );
});
