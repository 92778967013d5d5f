import { describe, expect, test } from 'vitest';
import { identifierFault, identifiersOf } from './identifiers.ts';

const form = (properties: object) => ({ type: 'object', properties });
const code = { type: 'string', title: '代码', 'x-title-en': 'Code', 'x-identifier': 'uscc' };
const number = { type: 'string', 'x-identifier': 'document-number', 'x-identifier-kind': 'kind' };

test('numbers are found at every depth, in objects and in lists, with what they are called', () => {
  const list = { type: 'array', items: form({ code }) };
  expect(
    identifiersOf(form({ code, a: form({ code }), list })).map(({ path, kind }) => [path.join('/'), kind]),
  ).toEqual([
    ['code', 'uscc'],
    ['a/code', 'uscc'],
    ['list/*/code', 'uscc'],
  ]);
  expect(identifiersOf(form({ code }))[0]?.title).toEqual({ zh: '代码', en: 'Code' });
});

describe('the rules of a form are refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['with a kind of number that does not exist', form({ a: { ...code, 'x-identifier': 'ssn' } })],
    ['with a number that is no text', form({ a: { ...code, type: 'integer' } })],
    ['with a number in one of several forms', form({ a: { oneOf: [code, { type: 'null' }] } })],
    ['with a number by place in a list', form({ a: { type: 'array', prefixItems: [code] } })],
    ['with a number whose kind nothing tells', form({ a: number })],
    ['with a number whose kind is free text', form({ a: number, kind: { type: 'string' } })],
    [
      'with a kind of document that there is not',
      form({ a: number, kind: { type: 'string', enum: ['library-card'] } }),
    ],
    [
      'with a kind of document for a code',
      form({ a: { ...number, 'x-identifier': 'uscc' }, kind: { enum: ['passport'] } }),
    ],
    ['with a number whose kind stands elsewhere', form({ a: form({ b: number }), kind: { enum: ['passport'] } })],
  ])('%s', (_, schema) => {
    expect(identifierFault(schema)).toMatch(/^x-identifier/);
  });

  test('and else accepted', () => {
    const kind = { type: 'string', enum: ['resident-id', 'passport'] };
    expect(
      identifierFault(form({ a: number, kind, b: { type: 'array', items: form({ a: number, kind }) }, code })),
    ).toBe(undefined);
    expect(identifierFault({ type: 'object' })).toBeUndefined();
  });
});
