import { expect, test } from 'vitest';

import { readBases } from './bases.ts';

test('a pattern gives every set its base', () => {
  expect(readBases('http://localhost:8787/{set}/v1')('gulou')).toBe('http://localhost:8787/gulou/v1');
});

test('a map gives those it names, and does not guess the others', () => {
  const bases = readBases('{"gulou":"https://a.example/v1"}');

  expect(bases('gulou')).toBe('https://a.example/v1');
  expect(bases('jinan')).toBeNull();
  expect(bases('constructor')).toBeNull();
});

test('nothing said is nothing known', () => {
  expect(readBases('')('gulou')).toBeNull();
});

test.each(['https://one.example/v1', '{"gulou":1}', '{"gulou"'])('%s stops the start', (text) => {
  expect(() => readBases(text)).toThrow();
});
