import { describe, expect, test } from 'vitest';
import { filled, placeInOneForm, resultsFrom } from './fill.ts';
import { bundleFields } from './one-form.ts';

const text = { type: 'string' };
const company = {
  type: 'object',
  required: ['name'],
  properties: { name: { ...text, 'x-same-as': 'company.name' }, capital: text },
};
const licence = {
  type: 'object',
  required: ['who', 'uscc', 'rooms'],
  properties: {
    who: { type: 'object', required: ['name'], properties: { name: { ...text, 'x-same-as': 'company.name' } } },
    uscc: { ...text, 'x-source': 'party', 'x-same-as': 'company.uscc' },
    since: { ...text, 'x-source': 'licence:business-licence/issued-on' },
    rooms: text,
  },
};
const items = new Map([
  ['company', { form: company, produces: ['business-licence'] }],
  ['licence', { form: licence }],
]);
const parts = [
  { item: 'company', needs: [] },
  { item: 'licence', needs: ['company'], party: 'company' },
];
const fields = bundleFields(parts, items);
const form = { shared: { 'company.name': '示例公司' }, items: { licence: { rooms: '2' } } };

describe('the form of a case', () => {
  test('has its own part, what is shared, and what results have told', () => {
    expect(filled('licence', { form, fields, results: new Map() })).toEqual({ rooms: '2', who: { name: '示例公司' } });
    const told = resultsFrom({ party: '9135', fields: { 'issued-on': '2026-08-05' } }, ['business-licence']);
    expect(filled('licence', { form, fields, results: new Map([['company', told]]) })).toEqual({
      rooms: '2',
      who: { name: '示例公司' },
      uscc: '9135',
      since: '2026-08-05',
    });
  });

  test('has room for what is missing, so that a fault names it', () => {
    const empty = { shared: {}, items: {} };
    expect(filled('licence', { form: empty, fields, results: new Map() })).toEqual({ who: {} });
    expect(filled('company', { form: empty, fields, results: new Map() })).toEqual({});
  });

  test('is not made right where something else stands in the place', () => {
    const wrong = { shared: {}, items: { licence: { who: '示例公司' } } };
    expect(filled('licence', { form: wrong, fields, results: new Map() })).toEqual({ who: '示例公司' });
  });
});

const placed = (...path: string[]) => placeInOneForm(path, 'licence', { fields, form });

describe('a fault of an item’s form', () => {
  test('is mended where it is asked: in the shared part, or in the item’s own', () => {
    expect(placed('who', 'name')).toEqual(['shared', 'company.name']);
    expect(placed('rooms')).toEqual(['items', 'licence', 'rooms']);
    expect(placed('who')).toEqual(['items', 'licence', 'who']);
  });

  test('is none where a result will bring what is missing, and is one where something stands there', () => {
    expect(placed('uscc')).toBeUndefined();
    expect(placed('since')).toBeUndefined();
    const given = { shared: {}, items: { licence: { uscc: 'x' } } };
    expect(placeInOneForm(['uscc'], 'licence', { fields, form: given })).toEqual(['items', 'licence', 'uscc']);
  });
});

test('a licence that creates a party bears its number; what is said of the licence comes first', () => {
  expect(resultsFrom({ party: '9135', fields: {} }, ['a', 'b'])).toEqual({
    'a/number': '9135',
    'b/number': '9135',
    party: '9135',
  });
  expect(resultsFrom({ party: '9135', fields: { number: 'Z1' } }, ['a'])).toEqual({ 'a/number': 'Z1', party: '9135' });
  expect(resultsFrom({ fields: {} }, ['a'])).toEqual({});
});
