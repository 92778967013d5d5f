import { expect, test } from 'vitest';
import { schemaFaults } from '#shared/json-schema-faults';
import { formFaults } from './form-faults.ts';

const faults = (form: Record<string, unknown>) =>
  formFaults(form, schemaFaults).map(({ path, code }) => `${path.join('/')} ${code}`);
const step = { title: '填写', titleEn: 'Fill in', fields: ['people'] };
const name = { type: 'string', title: '姓名', 'x-title-en': 'Name' };
const formOf = (inner: object, rest: object = {}) => ({
  type: 'object',
  properties: {
    people: { type: 'array', title: '人员', 'x-title-en': 'People', items: { type: 'object', properties: inner } },
  },
  'x-steps': [step],
  ...rest,
});

test('a form names its fields and steps in both languages, and shows every field in a step', () => {
  expect(faults(formOf({ name }))).toEqual([]);
  expect(faults(formOf({ name: { ...name, title: ' ' }, age: { ...name, 'x-title-en': undefined } }))).toEqual([
    'properties/people/items/properties/name/title label-missing',
    'properties/people/items/properties/age/x-title-en label-missing',
  ]);
  expect(faults(formOf({ name }, { 'x-steps': undefined }))).toEqual(['x-steps broken-steps']);
  expect(faults(formOf({ name }, { 'x-steps': [] }))).toEqual(['x-steps broken-steps']);
  expect(faults(formOf({ name }, { 'x-steps': [{ ...step, titleEn: '' }] }))).toEqual([
    'x-steps/0/titleEn broken-steps',
  ]);
});

test('rules that cannot be read are named first, each where it stands', () => {
  const rules = { name: { ...name, contentMediaType: 'application/pdf' }, age: { minimun: 1 } };
  expect(faults(formOf(rules))).toEqual([
    'properties/people/items/properties/name/contentMediaType broken-form',
    'properties/people/items/properties/age/minimun broken-form',
  ]);
});
