import { expect, test } from 'vitest';
import { offeredItem } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { endOfItem } from './item-end.ts';

const ended = (key: string, successor?: string) => ({
  key,
  ...(successor && { successor }),
  reason: '合并',
  version: 2,
  since: 2,
  from: '2026-08-10',
});
const { name, nameEn } = offeredItem();
const end = { from: '2026-08-10', reason: '合并' };

test.each([
  ['an item that is offered has none', 'offered', undefined],
  ['without a successor', 'gone', end],
  ['with one that is offered', 'old', { ...end, successor: { key: 'offered', name, nameEn } }],
  ['whose successor ended in its turn', 'older', { ...end, successor: { key: 'offered', name, nameEn } }],
  ['whose successors lead to nothing', 'lost', end],
  ['whose successors lead back to it', 'round', end],
])('the end of an item: %s', (_, key, expected) => {
  const withdrawn = [
    ended('gone'),
    ended('old', 'offered'),
    ended('older', 'old'),
    ended('lost', 'gone'),
    ended('round', 'trip'),
    ended('trip', 'round'),
  ];
  expect(endOfItem({ items: [offeredItem({ key: 'offered' })], withdrawn }, key)).toEqual(expected);
});

test('property: however items follow each other, one is found that is offered, or none', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const next = fc.option(fc.constantFrom(...keys), { nil: undefined });
  fc.assert(
    fc.property(fc.tuple(next, next, next, next), (successors) => {
      const withdrawn = successors.map((successor, n) => ended(keys[n] ?? '', successor));
      const found = endOfItem({ items: [offeredItem({ key: 'e' })], withdrawn }, 'a');
      let at: string | undefined = 'a';
      for (let n = 0; n < keys.length && at !== 'e'; n += 1) at = at && successors[keys.indexOf(at)];
      expect(found?.successor?.key).toBe(at === 'e' ? 'e' : undefined);
    }),
  );
});
