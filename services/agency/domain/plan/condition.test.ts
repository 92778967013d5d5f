import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { evaluate, factsIn, readCondition, type Condition, type Truth } from './condition.ts';
import type { Facts } from './stage-plan.ts';

function read(text: string): Condition {
  const found = readCondition(text);
  if ('fault' in found) throw new Error(`${text} is no condition from ${found.fault.at} on`);
  return found.condition;
}

test.each<[string, Facts, Truth]>([
  ['landTaken>=5000', { landTaken: 5000 }, { is: true }],
  ['landTaken>=5000', { landTaken: 4999.5 }, { is: false }],
  ['landTaken<5000', { landTaken: 5000 }, { is: false }],
  ['landTaken<=5000', { landTaken: 5000 }, { is: true }],
  ['landTaken>5000', { landTaken: 5000 }, { is: false }],
  ['landTaken>=5000', {}, { asks: ['landTaken'] }],
  ['basementDue', { basementDue: true }, { is: true }],
  ['!basementDue', { basementDue: true }, { is: false }],
  ['filingKind=filing', { filingKind: 'approval' }, { is: false }],
  ['filingKind!=filing', { filingKind: 'approval' }, { is: true }],
  ['areaEvaluations=eia', { areaEvaluations: ['soil', 'eia'] }, { is: true }],
  ['areaEvaluations!=eia', { areaEvaluations: ['soil'] }, { is: true }],
  ['a&b', { a: false }, { is: false }],
  ['a&b', { a: true }, { asks: ['b'] }],
  ['a|b', { b: true }, { is: true }],
  ['a|b', { b: false }, { asks: ['a'] }],
  ['a | b & c', { a: true }, { is: true }],
  ['( a|b )&c', { a: true, c: false }, { is: false }],
])('%s of %j is %j', (text, facts, truth) => {
  expect(evaluate(read(text), facts)).toEqual(truth);
});

test.each([
  ['', 0],
  ['landTaken>=', 11],
  ['landTaken>=5000)', 15],
  ['(a|b', 4],
  ['a b', 2],
  ['a && b', 3],
  ['5000', 0],
  ['面积>=5000', 0],
])('%s is no condition, and where is told: %i', (text, at) => {
  expect(readCondition(text)).toEqual({ fault: { at } });
});

test('a condition names every fact that it depends on', () => {
  expect(factsIn(read('a&(b=x|!c)&d>=1'))).toEqual(['a', 'b', 'c', 'd']);
});

/** A condition of yes-no facts with what it says, as a function of its own. */
interface Said {
  text: string;
  holds: (facts: Record<string, boolean>) => boolean;
}
const names = ['a', 'b', 'c'];
const said = fc.letrec<{ one: Said }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...names).map((name): Said => ({ text: name, holds: (facts) => facts[name] === true })),
    tie('one').map(({ text, holds }): Said => ({ text: `!(${text})`, holds: (facts) => !holds(facts) })),
    fc.tuple(tie('one'), tie('one')).map(([x, y]): Said => ({
      text: `(${x.text})&(${y.text})`,
      holds: (facts) => x.holds(facts) && y.holds(facts),
    })),
    fc.tuple(tie('one'), tie('one')).map(([x, y]): Said => ({
      text: `(${x.text})|(${y.text})`,
      holds: (facts) => x.holds(facts) || y.holds(facts),
    })),
  ),
})).one;

describe('any condition', () => {
  test('says what it says, and where facts are missing says so only of what they cannot change', () => {
    fc.assert(
      fc.property(said, fc.dictionary(fc.constantFrom(...names), fc.boolean()), ({ text, holds }, told) => {
        const truth = evaluate(read(text), told);
        const missing = names.filter((name) => told[name] === undefined);
        // Every way in which the missing facts may turn out.
        const ways = Array.from({ length: 2 ** missing.length }, (_, bits) =>
          holds({ ...told, ...Object.fromEntries(missing.map((name, n) => [name, (bits >> n) % 2 === 1])) }),
        );
        if ('is' in truth) expect(new Set(ways)).toEqual(new Set([truth.is]));
        else expect(truth.asks.every((name) => missing.includes(name))).toBe(true);
        if (missing.length === 0) expect('is' in truth).toBe(true);
      }),
    );
  });
});
