import { expect, test } from 'vitest';
import { fc } from '../../test/support/property.ts';
import { checkEnd } from './books.fake.ts';
import { deedsOf } from './deeds.fake.ts';
import { check } from './refund-books.fake.ts';
import { openTill } from './till.fake.ts';

const names = [
  'assess',
  'revise',
  'cancel',
  'place',
  'begin',
  'pay',
  'close',
  'notify',
  'buy',
  'propose',
  'decide',
  'returned',
  'remit',
  'verify',
  'payBack',
  'redirect',
  'giveBack',
  'elsewhere',
  'ask',
  'wait',
  'settle',
  'silence',
  'spoil',
] as const;
const deed = fc.record({
  name: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('place', 'begin', 'pay', 'giveBack') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('buy', 'propose', 'decide', 'wait', 'elsewhere'),
    },
    { weight: 4, arbitrary: fc.constantFrom(...names) },
  ),
  a: fc.nat(31),
  b: fc.nat(31),
});
const runs = Number(process.env['PAYMENT_RUNS'] ?? 500);

test('whatever fails and in whatever order it comes, no fen is lost, doubled or guessed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(deed, { minLength: 6, maxLength: 24 }),
      async (mostParts, life) => {
        const one = await openTill(mostParts);
        const deeds = deedsOf(one);
        for (const n of [0, 1, 2]) await deeds.assess(n, n);
        let spoilt = false;
        for (const { name, a, b } of life) {
          spoilt ||= name === 'spoil';
          // A function that dies halfway leaves what it has written; nobody waits for it.
          await deeds[name](a, b).catch((error: unknown) => {
            if (!spoilt) throw error;
          });
          check(one.books(), one.till);
        }
        await one.rest();
        check(one.books(), one.till);
        const asked = one.bills.map(({ assessmentId, revision }) => [assessmentId, revision] as const);
        checkEnd(one.books(), one.till, new Map(asked));
      },
    ),
    { numRuns: runs },
  );
  expect(runs).toBeGreaterThan(0);
}, 3_600_000);
