import type { PaymentsDeps } from '../../deps.ts';
import { countOf, type InUse } from '../../stores/segments.ts';

/** How many are counted at most. */
const most = 100;
/** A receipt that waits takes two at most: a red one, and another over what is left. */
const mostEach = 2;

/** What is left for receipts of that day's year; short: a tenth or less of what was given, or too few for those that wait already. */
export async function standingOfNumbers(
  day: string,
  { segments, receipts }: Pick<PaymentsDeps, 'segments' | 'receipts'>,
) {
  const [used, waiting] = await Promise.all([segments.inUse(day), receipts.waiting(most)]);
  return standingOf({ used, waiting }, { segments });
}

/** The same of segments and of receipts that wait, as they were read. */
export async function standingOf(
  { used, waiting }: { used: readonly InUse[]; waiting: readonly unknown[] },
  { segments }: Pick<PaymentsDeps, 'segments'>,
) {
  const { given, left } = await countOf(used, segments);
  const short = waiting.length * mostEach > left || (given > 0 && left * 10 <= given);
  return { left, short, waiting: waiting.length };
}
