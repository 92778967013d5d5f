import { expect, test } from 'vitest';
import { codesFor, codesOf, itemOf, outlined } from '../../cases.fake.ts';
import { codeFaults } from './code-faults.ts';
import type { Item } from './item.ts';

const [one, other] = [codesOf('000131901000'), codesOf('000131902000')];
const faults = (items: Item[], standing: Item[] = []) =>
  codeFaults(outlined({ items }).items, { set: 'gulou', items: outlined({ items: standing }).items }).map(
    ({ path, code }) => `${path.join('/')} ${code}`,
  );

test('a code that names its item alone is no fault, in any set that it names', () => {
  expect(faults([itemOf({ codes: one }), itemOf({ key: 'other', codes: other })])).toEqual([]);
  expect(faults([itemOf({ codes: one })], [itemOf({ codes: one })])).toEqual([]);
});

test.each<[string, Item[], Item[], string[]]>([
  [
    'an implementing code of another basic code',
    [itemOf({ codes: { ...one, implementing: other.implementing } })],
    [],
    ['gulou', 'jinan', 'fuzhou'].map((set) => `items/0/codes/implementing/${set} code-of-another-item`),
  ],
  [
    'one code for two items',
    [itemOf({ codes: one }), itemOf({ key: 'other', codes: one })],
    [],
    ['items/1/codes/base code-taken'],
  ],
  [
    'the code of an item that stands beside',
    [itemOf({ codes: one })],
    [itemOf({ key: 'other', codes: one })],
    ['items/0/codes/base code-taken'],
  ],
  ['no code', [itemOf({ codes: undefined })], [], ['items/0/codes/implementing/gulou code-missing']],
  [
    'none of this set',
    [itemOf({ codes: { base: one.base, implementing: {} } })],
    [],
    ['items/0/codes/implementing/gulou code-missing'],
  ],
])('%s is a fault', (...[, items, standing, expected]) => {
  expect(faults(items, standing)).toEqual(expected);
});

test('what cannot be applied for needs no code', () => {
  expect(faults([itemOf({ codes: undefined, form: undefined })])).toEqual([]);
});

test('the codes of the tests are as long as the standard has them', () => {
  expect(codesFor('any').implementing['gulou']).toHaveLength(31);
});
