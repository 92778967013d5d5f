import type { PaymentsDeps } from '../../deps.ts';
import { countOf } from '../../stores/segments.ts';

/** How many are counted at most. */
const most = 100;

/** What is left for receipts of that day's year; short: a tenth or less of what was given, or receipts wait already. */
export async function standingOfNumbers(
  day: string,
  { segments, receipts }: Pick<PaymentsDeps, 'segments' | 'receipts'>,
) {
  const [used, waiting] = await Promise.all([segments.inUse(day), receipts.waiting(most)]);
  const { given, left } = await countOf(used, segments);
  const short = waiting.length > 0 || (given > 0 && left * 10 <= given);
  return { left, short, waiting: waiting.length };
}
