import { expect, test } from 'vitest';
import { originsIn } from './verification.ts';

test('a file names its origin once, however often it says it', () => {
  const origin = { set: 'gulou', verification: 'GULOU-7KQ2-MZ8N-4RTA' };
  expect(originsIn('(banshi:GULOU-7KQ2-MZ8N-4RTA) <x>banshi:GULOU-7KQ2-MZ8N-4RTA</x>')).toEqual([origin]);
});

test('of many at most four are looked up, and what is none is none', () => {
  const many = Array.from({ length: 9 }, (_, n) => `banshi:GULOU-AAAA-AAAA-AAA${n}`).join(' ');
  expect(originsIn(many)).toHaveLength(4);
  for (const none of ['', 'banshi:', 'banshi:GULOU-7KQ2', 'GULOU-7KQ2-MZ8N-4RTA']) expect(originsIn(none)).toEqual([]);
});
