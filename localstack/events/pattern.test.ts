import { expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

const event = {
  source: 'banshi.intake',
  'detail-type': 'intake.case-changed.v2',
  detail: { district: 'gulou', sequence: 3, tags: ['a', 'b'], data: { state: 'accepted', reason: null }, done: true },
};

const detail = (pattern: unknown) => ({ detail: pattern });

test.each<[string, unknown, boolean]>([
  ['an exact value', { 'detail-type': ['other', 'intake.case-changed.v2'] }, true],
  ['another value', { 'detail-type': ['other'] }, false],
  ['every member at once', { source: ['banshi.intake'], detail: { district: ['jinan'] } }, false],
  ['a nested value', detail({ data: { state: ['accepted'] } }), true],
  ['null', detail({ data: { reason: [null] } }), true],
  ['a boolean', detail({ done: [true] }), true],
  ['a number, not its text', detail({ sequence: ['3'] }), false],
  ['any value of an array', detail({ tags: ['b', 'c'] }), true],
  ['a prefix', { source: [{ prefix: 'banshi.' }] }, true],
  ['a prefix without regard to case', { source: [{ prefix: { 'equals-ignore-case': 'BANSHI' } }] }, true],
  ['a suffix', { 'detail-type': [{ suffix: '.v1' }] }, false],
  ['equality without regard to case', detail({ district: [{ 'equals-ignore-case': 'GULOU' }] }), true],
  ['anything but a value', detail({ district: [{ 'anything-but': 'gulou' }] }), false],
  ['anything but a list', detail({ district: [{ 'anything-but': ['jinan', 'fuzhou'] }] }), true],
  ['anything but a prefix', detail({ district: [{ 'anything-but': { prefix: 'gu' } }] }), false],
  ['anything but several suffixes', detail({ district: [{ 'anything-but': { suffix: ['x', 'ou'] } }] }), false],
  ['anything but, where nothing is', detail({ nothing: [{ 'anything-but': 'gulou' }] }), false],
  ['a range of numbers', detail({ sequence: [{ numeric: ['>', 0, '<=', 3] }] }), true],
  ['outside a range', detail({ sequence: [{ numeric: ['<', 3] }] }), false],
  ['existence', detail({ district: [{ exists: true }] }), true],
  ['absence', detail({ toDistrict: [{ exists: false }] }), true],
  ['absence in what is absent', detail({ nothing: { below: [{ exists: false }] } }), true],
  ['presence in what is absent', detail({ nothing: { below: [{ exists: true }] } }), false],
  ['a wildcard', { 'detail-type': [{ wildcard: 'intake.*.v2' }] }, true],
  [
    'a wildcard that is a regular expression by accident',
    { 'detail-type': [{ wildcard: 'intake.case.changed.*' }] },
    false,
  ],
  ['one of two alternatives', { $or: [{ source: ['x'] }, detail({ sequence: [3] })] }, true],
  ['none of two alternatives', { $or: [{ source: ['x'] }, detail({ sequence: [4] })] }, false],
  ['alternatives and a condition beside them', { source: ['x'], $or: [{ source: ['banshi.intake'] }] }, false],
])('a pattern for %s', (_, pattern, expected) => {
  expect(compilePattern(pattern)(event)).toBe(expected);
});

test('values of an array of objects are each looked at', () => {
  const matches = compilePattern({ items: { key: ['b'] } });
  expect(matches({ items: [{ key: 'a' }, { key: 'b' }] })).toBe(true);
  expect(matches({ items: [{ key: 'a' }] })).toBe(false);
});

test.each([{ a: [{ cidr: '10.0.0.0/8' }] }, { a: 'text' }, { a: [{ numeric: ['~', 1] }] }, { $or: [] }])(
  'a pattern that is not understood is refused rather than ignored: %j',
  (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(/pattern/);
  },
);
