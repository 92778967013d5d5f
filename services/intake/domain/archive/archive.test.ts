import { expect, test } from 'vitest';
import { closesAtOnce, keptUntil } from './archive.ts';
import { retentionOf } from '../catalogue/retention-of.ts';
import { partsOf } from './parts.ts';

const closedAt = new Date('2024-02-29T02:00:00Z');
const result = { licenceType: null, validity: null, public: false };

test.each([
  ['permanent', undefined],
  ['30-years', '2054-02-28'],
  ['10-years', '2034-02-28'],
] as const)('a package of class %s is kept until %s', (retention, until) => {
  expect(keptUntil({ retention, closedAt })).toBe(until);
});

test('an item that says nothing is kept 30 years where it gives a licence, else 10', () => {
  expect(retentionOf({ result })).toBe('10-years');
  expect(retentionOf({ result: { ...result, licenceType: 'food-business' } })).toBe('30-years');
  expect(retentionOf({ result, retention: 'permanent' })).toBe('permanent');
});

test.each([
  ['decided', 'granted', false],
  ['decided', 'refused', false],
  ['decided', 'void', true],
  ['withdrawn', 'withdrawn', true],
  ['accepted', undefined, false],
] as const)('a case that is %s as %s is closed at once: %s', (...[state, outcome, expected]) => {
  expect(closesAtOnce({ state, outcome })).toBe(expected);
});

const row = (sk: string, rest: object = {}) => ({ pk: 'CASE#1', sk, pk1: 'LIST', sk1: 'x', ...rest });

test('what only serves lists and the clock is left out; what nobody thought of is kept', () => {
  const kept = [row('DUE'), row('FORM', { form: '{}' }), row('FORM#000003', { form: '{}' }), row('NEXT'), row('REC')];
  const parts = partsOf({
    case: [...kept, row('TASK#01')],
    fees: [],
    commitment: [],
    findings: [],
    delivery: [],
    publicity: [],
    push: [row('REC'), row('DUE')],
    materials: [row('REC'), row('T#000001'), row('DUE')],
  });
  expect(parts.map(({ name }) => name)).toEqual([
    'case.json',
    'forms/form.json',
    'forms/form-000003.json',
    'timeline.json',
    'access-records.json',
    'documents.json',
    'materials.json',
    'push.json',
    'others.json',
  ]);
  expect(parts[1]?.content).toEqual({ form: '{}' });
  expect(parts.at(-1)?.content).toEqual([{}]);
});
