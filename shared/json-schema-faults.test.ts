import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { draft, schemaFaults } from '#shared/json-schema-faults';
import type { JsonSchema } from '#shared/json-schema';

const object = (properties: object, rest: object = {}): JsonSchema => ({ type: 'object', properties, ...rest });
const next = z.record(z.string(), z.unknown()).parse(JSON.parse('{"then":{"required":["minLenght"]}}'));
const places = (schema: JsonSchema) => schemaFaults(schema).map(({ path }) => path.join('/'));

describe('a schema is refused, where it is wrong', () => {
  test.each<[string, JsonSchema, string[]]>([
    ['that describes no object', { type: 'string' }, ['']],
    ['that says nothing', {}, ['']],
    ['of an older draft', { ...object({}), $schema: 'http://json-schema.org/draft-07/schema#' }, ['$schema']],
    ['with a reference to nowhere', object({ a: { $ref: '#/$defs/none' } }), ['']],
    ['with a reference elsewhere', object({ a: { $ref: 'https://example.org/x' } }), ['properties/a/$ref']],
    [
      'with a reference that is found while it runs',
      object({ a: { $dynamicRef: '#x' } }),
      ['properties/a/$dynamicRef'],
    ],
    [
      'with a definition that never ends',
      object({}, { $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } }),
      ['$defs/a'],
    ],
    ['with a type that does not exist', object({ a: { type: 'text' } }), ['properties/a/type']],
    [
      'with a keyword of an older draft',
      object({ a: { minimum: 5, exclusiveMinimum: true } }),
      ['properties/a/exclusiveMinimum'],
    ],
    ['with a list of schemas for entries', object({ a: { items: [{ type: 'string' }] } }), ['properties/a/items']],
    ['with a keyword that is misspelt', object({ a: { items: { minLenght: 2 } } }), ['properties/a/items/minLenght']],
    [
      'with a file in a field',
      object({ a: { contentMediaType: 'application/pdf' } }),
      ['properties/a/contentMediaType'],
    ],
    ['with a format that nobody checks', object({ a: { format: 'idn-email' } }), ['properties/a/format']],
    ['that requires what it does not describe', object({}, { required: ['a'] }), ['required']],
    ['that requires it in a part', object({ a: {} }, { allOf: [{ required: ['b'] }] }), ['allOf/0/required']],
    ['with a pattern that is none', object({ a: { pattern: '(' } }), ['properties/a/pattern']],
    ['with a pattern that takes too long', object({ a: { pattern: '^(a+)+$' } }), ['properties/a/pattern']],
    [
      'with such a pattern of names',
      object({}, { patternProperties: { '(a|a)*b': {} } }),
      ['patternProperties/(a|a)*b'],
    ],
    ['that compares lists without an end', object({ a: { uniqueItems: true } }), ['properties/a/uniqueItems']],
  ])('%s', (_, schema, expected) => {
    expect([...new Set(places(schema))]).toEqual(expected);
  });
});

test('every fault is named at once', () => {
  const schema = object({ a: { minLenght: 2 }, b: { format: 'x' } }, { required: ['c'] });
  expect(places(schema)).toEqual(['required', 'properties/a/minLenght', 'properties/b/format']);
});

test('rules by cases, definitions and notes of our own are taken, and names of properties are no rules', () => {
  const names = { required: { type: 'string' }, minLenght: { $ref: '#/$defs/short', 'x-mask': 'name' } };
  const cases = {
    if: { required: ['required'] },
    ...next,
    dependentRequired: { required: ['minLenght'] },
  };
  expect(
    places({ $schema: draft, $defs: { short: { maxLength: 9 } }, ...object(names, cases), 'x-steps': [] }),
  ).toEqual([]);
});
