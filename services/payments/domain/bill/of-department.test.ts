import { expect, test } from 'vitest';
import { charges } from '../../../../test/support/charges.ts';
import { fc } from '../../../../test/support/property.ts';
import { linesOf, reducedTo } from './of-department.ts';
import { isPaymentCode, paymentCodeOf } from './payment-code.ts';
import { priceOf } from '../charge/price.ts';

const [road, registration] = charges.charges;
if (!road || !registration) throw new Error('no charges');

test('an amount is the exact product, rounded once to what the list says', () => {
  const steps = { fen: 1, jiao: 10, yuan: 100, 'yuan-down': 100 } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 900_000 }),
      (hundredths, rateFen) => {
        for (const rounding of ['fen', 'jiao', 'yuan', 'yuan-down'] as const) {
          const made = priceOf({ rateFen, rounding }, hundredths / 100);
          const off = made * 100 - hundredths * rateFen;
          const step = steps[rounding] * 100;
          expect(made % steps[rounding]).toBe(0);
          expect(rounding === 'yuan-down' ? off <= 0 && off > -step : off <= step / 2 && off > -step / 2).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('what 税务 collects is asked by the department that the list names, and by its payee no more', () => {
  const soil = { ...road, code: 'soil', kind: 'tax-collected' as const, payee: 'tax', assessedBy: ['water'] };
  const find = (code: string) => [soil, registration].find((one) => one.code === code);
  const wanted = [{ code: 'soil', quantity: 2 }];
  expect(linesOf(wanted, 'water', find)).toMatchObject({
    faults: [],
    kind: 'tax-collected',
    lines: [{ payee: 'tax', amountFen: 60_000 }],
  });
  expect(linesOf(wanted, 'tax', find).faults).toEqual([{ at: 0, fault: 'not-your-charge' }]);
});

test('a relief of the list asks its share, rounded as the charge is', () => {
  const name = { zh: '小微企业', en: 'Small enterprises' };
  const half = { key: 'small', name, basis: '财税〔2026〕1号', percent: 50 };
  const find = () => ({ ...road, rounding: 'jiao' as const, reliefs: [half] });
  const { lines } = linesOf([{ code: 'road-repair', quantity: 0.05 }], 'urban', find);
  expect(lines).toMatchObject([{ amountFen: 1500 }]);
  const less = reducedTo(
    { lines: lines.map((one) => ({ ...one, amountFen: 1510 })) },
    [{ code: 'road-repair', relief: 'small' }],
    find,
  );
  expect(less).toEqual({ lines: [{ code: 'road-repair', amountFen: 760 }], faults: [] });
});

test('a code on a bill has twenty digits; one wrong digit, or two that changed places, are found', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(19), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
      const code = paymentCodeOf({ id });
      expect(isPaymentCode(code)).toBe(true);
      const wrong = Array.from(code, (digit, n) => (n === at ? String((Number(digit) + by) % 10) : digit)).join('');
      expect(isPaymentCode(wrong)).toBe(false);
      const [one = '', two = ''] = [code[at], code[(at + 1) % 20]];
      const swapped = at < 19 && one !== two ? code.slice(0, at) + two + one + code.slice(at + 2) : wrong;
      expect(isPaymentCode(swapped)).toBe(false);
    }),
    { numRuns: 200 },
  );
});
