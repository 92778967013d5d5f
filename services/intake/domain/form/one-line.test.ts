import { expect, test } from 'vitest';
import { brokenLines, oneLineFields } from './one-line.ts';

const text = (maxLength?: number) => ({ type: 'string', ...(maxLength && { maxLength }) });
const schema = {
  type: 'object',
  properties: {
    name: text(40),
    scope: text(1000),
    free: text(),
    code: { ...text(18), 'x-identifier': 'uscc' },
    people: { type: 'array', items: { type: 'object', properties: { address: text(120), note: text(121) } } },
  },
};

test('a short text is one line wherever it stands; a long one may have more', () => {
  const two = '一\n二';
  const form = {
    name: two,
    scope: two,
    free: two,
    code: two,
    people: [
      { address: '一', note: two },
      { address: '一\t二', note: '' },
    ],
  };
  expect(brokenLines(form, oneLineFields(schema))).toEqual(['/name', '/people/1/address']);
  expect(brokenLines({ name: 7, people: 'x' }, oneLineFields(schema))).toEqual([]);
});
