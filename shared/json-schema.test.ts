import { describe, expect, test } from 'vitest';
import { schemaCheck, schemaFault } from '#shared/json-schema';
import { messages } from '#shared/locale';

const object = (properties: object) => ({ type: 'object', properties });

describe('a schema is refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['that describes no object', { type: 'string' }],
    ['that says nothing', {}],
    ['with a reference to nowhere', object({ a: { $ref: '#/$defs/none' } })],
    ['with a type that does not exist', object({ a: { type: 'text' } })],
    ['that requires what it does not describe', { ...object({}), required: ['a'] }],
    ['that requires it in a part', { ...object({ a: {} }), allOf: [{ required: ['b'] }] }],
    ['with parts of an object that is not said to be one', object({ a: { properties: { b: { type: 'string' } } } })],
    ['with a rule for texts on anything', object({ a: { type: 'array', items: { minLength: 2 } } })],
    ['with a rule that nothing enforces', { ...object({ a: {} }), dependentRequired: { a: ['b'] } }],
    ['with a pattern that is none', object({ a: { type: 'string', pattern: '(' } })],
  ])('%s', (_, schema) => {
    expect(schemaFault(schema)).toEqual(expect.any(String));
  });
});

const demo = {
  ...object({
    name: { type: 'string', minLength: 2 },
    list: { type: 'array', items: object({ n: { type: 'integer' } }) },
  }),
  required: ['name', 'list'],
  additionalProperties: false,
};

test('names of properties are no rules', () => {
  const names = { required: { type: 'string' }, items: { type: 'integer' }, pattern: { type: 'boolean' } };
  expect(schemaFault({ ...object(names), required: ['required'] })).toBeUndefined();
});

test('a value that fits has no fault', () => {
  expect(schemaFault(demo)).toBeUndefined();
  expect(schemaCheck(demo)({ name: '示例公司', list: [{ n: 1 }] }, messages.zh)).toEqual([]);
});

test('a value that does not: every fault at once, in the language of the reader', () => {
  const issues = schemaCheck(demo)({ name: 'x', list: [{ n: 1.5 }, 7], more: 1 }, messages.zh);
  expect(new Set(issues.map(({ path }) => path.join('.')))).toEqual(new Set(['', 'name', 'list.0.n', 'list.1']));
  for (const { message } of issues) expect(message).toMatch(/\p{Script=Han}/u);
});
