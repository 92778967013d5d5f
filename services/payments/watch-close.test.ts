import { expect, test } from 'vitest';
import { closingBooks } from '../../test/support/closing.ts';
import { openPayments } from '../../test/support/payments.ts';
import { watchClose } from './functions/tick/watch-close.ts';

test('a day that is not closed by noon of the next is counted until it is, and so is each after it', async () => {
  const world = openPayments();
  const count = async (time: string) => {
    world.clock.now = new Date(`${time}+08:00`);
    return (await watchClose(world.deps)())['DaysUnclosed'];
  };
  expect(await count('2026-08-03T09:00:00')).toBe(0);
  await world.openCharges();
  expect(await count('2026-08-03T23:59:00')).toBe(0);
  expect(await count('2026-08-04T11:59:59')).toBe(0);
  expect(await count('2026-08-04T12:00:00')).toBe(1);
  expect(await count('2026-08-05T11:00:00')).toBe(1);
  expect(await count('2026-08-05T12:00:00')).toBe(2);
  await closingBooks(world).close('2026-08-03');
  expect(await count('2026-08-05T12:00:00')).toBe(1);
  await closingBooks(world).close('2026-08-04');
  expect(await count('2026-08-05T12:00:00')).toBe(0);
});
