import { describe, expect, test } from 'vitest';
import { demoForm } from '../../cases.fake.ts';
import { maskFault, masksOf } from './form.ts';

const form = (properties: object) => ({ type: 'object', properties });
const name = { type: 'string', 'x-mask': 'name' };

test('masks are found at every depth, in objects and in lists', () => {
  expect(masksOf(demoForm)).toEqual([
    { path: ['contact', 'name'], kind: 'name' },
    { path: ['contact', 'phone'], kind: 'phone' },
    { path: ['managers', '*', 'id'], kind: 'document-number' },
  ]);
});

describe('the rules of a form are refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with a kind of mask that does not exist', form({ a: { type: 'string', 'x-mask': 'nickname' } })],
    ['with a mask in one of several forms', form({ a: { oneOf: [name, { type: 'null' }] } })],
    ['with a mask in what is added to them', { type: 'object', allOf: [form({ a: name })] }],
    ['with a mask in a definition', { ...form({ a: { $ref: '#/$defs/n' } }), $defs: { n: name } }],
    ['with a mask on further properties', { type: 'object', additionalProperties: name }],
    ['with a property whose name stands for the entries of a list', form({ '*': name })],
    ['with a mask by place in a list', form({ a: { type: 'array', prefixItems: [name] } })],
  ])('%s', (_, schema) => {
    expect(maskFault(schema)).toEqual(expect.any(String));
  });

  test('and else accepted', () => {
    expect(maskFault(demoForm)).toBeUndefined();
    expect(maskFault({ type: 'object' })).toBeUndefined();
  });
});
