import { closingBooks } from './closing.ts';
import type { openPayments } from './payments.ts';
import { receipting } from './receipts.ts';

const begin = { day: '2026-07-31T02:00:00Z', month: '2026-07-31T02:00:00Z', year: '2025-12-31T02:00:00Z' };

/** Books that begin on the last day of a month or a year, as far as another person may be asked about them. */
export async function oldBooks(
  world: ReturnType<typeof openPayments>,
  kind: keyof typeof begin,
  to: 'over' | 'proposed' | 'closed',
): Promise<string> {
  const { now } = world.clock;
  const books = closingBooks(world);
  world.clock.now = new Date(begin[kind]);
  await world.openCharges();
  world.clock.now = now;
  const day = begin[kind].slice(0, 10);
  if (kind !== 'day') await books.close(day);
  if (kind === 'year') {
    await books.close(day.slice(0, 7));
    await receipting(world).given(1, 10);
  }
  const id = { day, month: day.slice(0, 7), year: day.slice(0, 4) }[kind];
  if (to === 'proposed') await books.act(id, 'propose');
  if (to === 'closed') await books.close(id);
  return id;
}
