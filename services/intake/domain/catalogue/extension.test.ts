import { expect, test } from 'vitest';
import { itemOf } from '../../cases.fake.ts';
import { extensionFaults } from './extension.ts';

const unfounded = (most: number) => [
  { path: ['extension', 'basis'], code: 'extension-unfounded', about: `${most} working-day` },
];
const basis = '企业投资项目核准和备案管理条例 art. 11';

test.each([
  ['as the general law has it', {}, []],
  ['shorter by a special law', { extension: { n: 3, unit: 'working-day' as const } }, []],
  ['longer, and no law says so', { extension: { n: 11, unit: 'working-day' as const } }, unfounded(10)],
  ['longer by a special law', { extension: { n: 40, unit: 'working-day' as const, basis } }, []],
  ['joint', { jointDepartments: ['health'], extension: { n: 15, unit: 'working-day' as const } }, []],
  ['joint, and longer', { jointDepartments: ['health'], extension: { n: 16, unit: 'day' as const } }, unfounded(15)],
])('the longest extension of an item is looked at when it is published: %s', (...[, rest, expected]) => {
  expect(extensionFaults(itemOf({ steps: [], ...rest }))).toEqual(expected);
});
