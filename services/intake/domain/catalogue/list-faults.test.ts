import { expect, test } from 'vitest';
import { itemOf, outlined } from '../../cases.fake.ts';
import type { Item } from './item.ts';
import { emptyFaults, listFaults, spotFaults } from './list-faults.ts';

const places = (found: readonly { path: readonly (string | number)[]; code: string }[]) =>
  found.map(({ path, code }) => `${path.join('/')} ${code}`);

test.each<[string, Partial<Item>, string[]]>([
  ['a channel', { channels: ['online', 'window', 'online'] }, ['channels/2 duplicate']],
  ['a situation', { situations: ['新办', '新办', '新办'] }, ['situations/1 duplicate', 'situations/2 duplicate']],
  ['an audience', { audience: ['1', '1'] }, ['audience/1 duplicate']],
  ['what it needs', { needs: ['a', 'a'] }, ['needs/1 duplicate']],
  ['nothing', { channels: ['online', 'window'], needs: ['a', 'b'] }, []],
])('it is named that stands twice: %s', (_, rest, expected) => {
  expect(places(listFaults(itemOf(rest)))).toEqual(expected);
});

test('what is decided on the spot has neither steps nor departments at its side', () => {
  const steps = [{ department: 'amr', mode: 'serial' as const }];
  const item = itemOf({ steps, jointDepartments: ['health'] });
  expect(places(spotFaults({ ...item, kind: 1 }))).toEqual([
    'steps steps-on-the-spot',
    'jointDepartments steps-on-the-spot',
  ]);
  expect(spotFaults(item)).toEqual([]);
});

test('an edition that says nothing is one fault, also where it would end everything', () => {
  for (const whole of [true, false]) {
    expect(places(emptyFaults(outlined({ whole })))).toEqual([' empty-edition']);
  }
  expect(emptyFaults(outlined({ items: [itemOf()] }))).toEqual([]);
});
