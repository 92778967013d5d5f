import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { schemaCheck, type JsonSchema } from '#shared/json-schema';
import { messages } from '#shared/locale';
import { faultsOf } from '#shared/problem';

const object = (properties: object, rest: object = {}): JsonSchema => ({ type: 'object', properties, ...rest });
const issues = (schema: JsonSchema, value: unknown) =>
  faultsOf(schemaCheck(schema)(value, messages.en)).map(({ pointer, code }) => `${pointer.slice(1)} ${code}`);
const part = { $defs: { short: { type: 'string', maxLength: 2 } } };
const next = z.record(z.string(), z.unknown()).parse(JSON.parse('{"then":{"required":["b"]}}'));
const both = { a: { type: 'string' }, b: { type: 'string' } };

// Each keyword with a value that breaks it, beside one that does not; written by hand from the specification.
describe('each rule is enforced, whatever stands beside it', () => {
  test.each<[string, JsonSchema, unknown, unknown, string]>([
    ['type', object({ a: { type: ['string', 'null'] } }), { a: null }, { a: 5 }, 'a invalid_type'],
    ['a whole number', object({ a: { type: 'integer' } }), { a: 1e3 }, { a: 1.5 }, 'a invalid_type'],
    ['enum', object({ a: { enum: [1, 'x', null] } }), { a: null }, { a: 2 }, 'a invalid_value'],
    ['const', object({ a: { const: { x: [1] } } }), { a: { x: [1] } }, { a: { x: [2] } }, 'a invalid_value'],
    ['required', object({ a: {} }, { required: ['a'] }), { a: 0 }, {}, 'a invalid_type'],
    ['a name of objects', object({}, { required: ['toString'] }), { toString: 1 }, {}, 'toString invalid_type'],
    ['minimum without type', object({ a: { minimum: 5 } }), { a: 'x' }, { a: 4 }, 'a too_small'],
    ['exclusiveMaximum', object({ a: { exclusiveMaximum: 5 } }), { a: 4.9 }, { a: 5 }, 'a too_big'],
    ['multipleOf', object({ a: { multipleOf: 0.5 } }), { a: 1.5 }, { a: 1.6 }, 'a not_multiple_of'],
    ['length by characters', object({ a: { maxLength: 1 } }), { a: '😀' }, { a: 'ab' }, 'a too_big'],
    ['pattern', object({ a: { pattern: '^\\p{Script=Han}$' } }), { a: '字' }, { a: 'x' }, 'a invalid_format'],
    ['enum + pattern', object({ a: { enum: ['x', 'y'], pattern: '^y' } }), { a: 'y' }, { a: 'x' }, 'a invalid_format'],
    ['date', object({ a: { format: 'date' } }), { a: '2024-02-29' }, { a: '2026-02-30' }, 'a invalid_format'],
    ['time', object({ a: { format: 'time' } }), { a: '23:00:00Z' }, { a: '25:00:00Z' }, 'a invalid_format'],
    ['e-mail', object({ a: { format: 'email' } }), { a: 'a@example.com' }, { a: 'a@' }, 'a invalid_format'],
    ['items', object({ a: { items: { maximum: 5 } } }), { a: [5] }, { a: [5, 6] }, 'a/1 too_big'],
    ['prefixItems', object({ a: { prefixItems: [{}], items: false } }), { a: [1] }, { a: [1, 2] }, 'a too_big'],
    ['minItems', object({ a: { minItems: 2 } }), { a: [1, 2] }, { a: [1] }, 'a too_small'],
    ['uniqueItems', object({ a: { uniqueItems: true } }), { a: [1, '1'] }, { a: [{ x: 1 }, { x: 1 }] }, 'a not_unique'],
    ['contains', object({ a: { contains: { const: 1 } } }), { a: [0, 1] }, { a: [0] }, 'a not_contained'],
    [
      'maxContains',
      object({ a: { contains: { const: 1 }, maxContains: 1 } }),
      { a: [1] },
      { a: [1, 1] },
      'a not_contained',
    ],
    ['minProperties', object({}, { minProperties: 1 }), { a: 1 }, {}, ' too_small'],
    ['propertyNames', object({}, { propertyNames: { maxLength: 1 } }), { a: 1 }, { ab: 1 }, ' too_big'],
    [
      'patternProperties',
      object({}, { patternProperties: { '^n': { type: 'number' } } }),
      { n: 1 },
      { n: 'x' },
      'n invalid_type',
    ],
    [
      'additionalProperties',
      object(both, { additionalProperties: false }),
      { a: 'x' },
      { z: 1 },
      'z unrecognized_keys',
    ],
    [
      'unevaluatedProperties',
      { ...object({}), allOf: [object(both)], unevaluatedProperties: false },
      { a: 'x' },
      { z: 1 },
      'z unrecognized_keys',
    ],
    [
      'unevaluatedItems',
      object({ a: { prefixItems: [{}], unevaluatedItems: false } }),
      { a: [1] },
      { a: [1, 2] },
      'a too_big',
    ],
    ['dependentRequired', object(both, { dependentRequired: { a: ['b'] } }), { b: 'x' }, { a: 'x' }, 'b invalid_type'],
    [
      'dependentSchemas',
      object(both, { dependentSchemas: { a: { required: ['b'] } } }),
      {},
      { a: 'x' },
      'b invalid_type',
    ],
    [
      'if, then',
      object(both, { if: { properties: { a: { const: 'x' } }, required: ['a'] }, ...next }),
      { a: 'y' },
      { a: 'x' },
      'b invalid_type',
    ],
    ['else', object(both, { if: { required: ['a'] }, else: { required: ['b'] } }), { a: 'y' }, {}, 'b invalid_type'],
    ['allOf', object(both, { allOf: [{ required: ['b'] }] }), { b: 'x' }, {}, 'b invalid_type'],
    ['not', object({ a: { not: { const: 1 } } }), { a: 2 }, { a: 1 }, 'a not_allowed'],
    [
      '$ref and what stands beside it',
      { ...part, ...object({ a: { $ref: '#/$defs/short', minLength: 2 } }) },
      { a: 'ab' },
      { a: 'a' },
      'a too_small',
    ],
  ])('%s', (...[, schema, fits, breaks, fault]) => {
    expect(issues(schema, fits)).toEqual([]);
    expect(issues(schema, breaks)).toContain(fault);
  });

  test('anyOf and oneOf, with what their branches want', () => {
    const any = object(both, { anyOf: [{ required: ['a'] }, { required: ['b'] }] });
    expect(issues(any, { b: 'x' })).toEqual([]);
    expect(issues(any, {})).toEqual(['a invalid_type', 'b invalid_type', ' invalid_union']);
    const one = object({ a: { oneOf: [{ minimum: 1 }, { minimum: 5 }] } });
    expect([issues(one, { a: 2 }), issues(one, { a: 6 })]).toEqual([[], ['a invalid_union']]);
  });
});

const demo = {
  ...object({
    name: { type: 'string', minLength: 2 },
    list: { type: 'array', items: object({ n: { type: 'integer' } }) },
    agreed: { const: true },
    'a/b~': { enum: ['x', 'y'] },
  }),
  required: ['name', 'list', 'agreed'],
  additionalProperties: false,
};

test('every fault at once, in the language of the reader, without a word of programs', () => {
  const bad = { name: 'x', list: [{ n: 1.5 }, 7], more: 1, 'a/b~': 'z' };
  const found = schemaCheck(demo)(bad, messages.zh);
  const places = found.map(({ path }) => path.join('.'));
  expect(new Set(places)).toEqual(new Set(['', 'name', 'list.0.n', 'list.1', 'agreed', 'a/b~']));
  for (const { message } of found) expect(message).toMatch(/^[^a-w]*$/);
  expect(schemaCheck(demo)({ name: '示例', list: [] }, messages.zh).map(({ message }) => message)).toEqual([
    '请确认此项。',
  ]);
});

test('a value that nobody expects is a fault, never a crash', () => {
  const strange: unknown = JSON.parse('{"name":"示例","list":[],"agreed":true,"__proto__":{"a":1}}');
  expect(issues(demo, strange)).toEqual(['__proto__ unrecognized_keys']);
  expect(issues(demo, null)).toEqual([' invalid_type']);
});
