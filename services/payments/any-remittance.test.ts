import { expect, test } from 'vitest';
import { daysAfter } from '#shared/calendar';
import { fc } from '../../test/support/property.ts';
import { openHouse } from './remitted-house.fake.ts';
import { codes, type Sale } from './remitted-sales.fake.ts';

const first = '2026-07-30';
/** From a Thursday to the Wednesday after: a weekend is among them. */
const sale = fc.record({
  day: fc.nat(6).map((n) => daysAfter(first, n)),
  channel: fc.constantFrom('wechat', 'alipay'),
  code: fc.constantFrom(...codes),
  fen: fc.integer({ min: 100, max: 90_000 }),
  back: fc.option(fc.record({ after: fc.nat(2), percent: fc.integer({ min: 1, max: 100 }) })),
});
const lives = fc.record({ sales: fc.array(sale, { maxLength: 12 }), together: fc.boolean() });

/** So that in the end each merchant has more to pass on than to take back. */
const last: Sale[] = codes.map((code) => ({
  day: daysAfter(first, 9),
  channel: 'wechat',
  code,
  fen: 5_000_000,
  back: null,
}));

test('when all is reconciled, has arrived and is remitted or settled, nothing is left in clearing, transit, bank or payee', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ sales, together }) => {
      const house = await openHouse([...sales, ...last]);
      for (const late of [false, true]) {
        await house.match(late);
        await house.pay(late ? '2026-08-12' : '2026-08-11', { late, together });
        await house.passOn();
      }
      await house.pay('2026-08-13', { late: true, together });
      const held = Object.entries(await house.held()).filter(([name]) => !name.startsWith('fees'));
      expect(held).toEqual([]);
      // Each payee has what was paid for it less what went back, and each release is in one list (I11).
      const { passed, sources } = await house.passed();
      expect(passed).toEqual(house.owed());
      expect(new Set(sources).size).toBe(sources.length);
      expect(await house.waiting()).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
