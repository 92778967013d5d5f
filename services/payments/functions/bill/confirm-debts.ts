import { refuse, type Call, type Refusal } from '#shared/route';
import { CollectorSilent, type Debt } from '../../collectors/collector.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { cancel, revise, type Held } from '../../domain/bill/act.ts';
import { amountOfBill } from '../../domain/bill/bill.ts';
import { withAmount } from '../../domain/bill/of-debt.ts';
import { billChanged, collectorSilent } from '../../problems/collector.ts';

type Means = Pick<PaymentsDeps, 'bills' | 'collectors'>;

/** Before an order takes them: what collectors ask for is asked anew, and whoever was shown another amount looks at it again. */
export async function confirmDebts(
  found: readonly (Held | undefined)[],
  { cause }: Pick<Call, 'cause'>,
  deps: Means,
): Promise<Refusal | undefined> {
  const { mark, ...unmarked } = cause;
  let hasChanged = false;
  for (const held of found.flatMap((one) => (one?.hold.state === 'free' ? [one] : []))) {
    const now = await amountNow(held, deps);
    if (now === 'silent') return refuse(collectorSilent);
    if (now === 'same') continue;
    const { bill } = held;
    const change = now ? revise(held, withAmount(bill, now)) : cancel(held, 'cancel');
    if (change) await deps.bills.save(change, unmarked);
    hasChanged ||= change !== undefined;
  }
  return hasChanged ? refuse(billChanged) : undefined;
}

/** What the collector asks now: undefined where it asks nothing any more. */
async function amountNow({ bill }: Held, { collectors }: Means): Promise<Debt | 'same' | 'silent' | undefined> {
  const { source } = bill;
  if (source.by !== 'collector') return 'same';
  try {
    const collector = collectors.get(source.collector);
    if (!collector) return 'silent';
    const debt = await collector.confirm(source.debt);
    return debt?.amountFen === amountOfBill(bill) ? 'same' : debt;
  } catch (error) {
    if (error instanceof CollectorSilent) return 'silent';
    throw error;
  }
}
