import { dayOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { issueFor } from '../receipt/issue-for.ts';
import { standingOf } from '../receipt/numbers-left.ts';

/** At most so many at a time, and so often in one run. */
const [page, pages] = [100, 10];

/** Makes the receipts that wait, as far as there are numbers, and tells finance when those run out. */
export const issueReceipts = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const used = await deps.segments.inUse(dayOf(deps.now()));
  let [waiting, made] = [await deps.receipts.waiting(page), 0];
  for (let n = 0; n < pages && used.length > 0 && waiting.length > 0; n += 1) {
    const now = await issueAll(waiting, deps);
    made += now;
    waiting = await deps.receipts.waiting(page);
    if (now < page) break;
  }
  const { left, short } = await standingOf({ used, waiting }, deps);
  await deps.segments.noteShort(short, deps.now());
  return { ReceiptsIssuedLate: made, ReceiptNumbersLeft: left, ReceiptNumbersShort: short ? 1 : 0 };
};

/** One after another: they want the same numbers. */
async function issueAll(waiting: readonly { id: string }[], deps: PaymentsDeps): Promise<number> {
  let made = 0;
  for (const { id } of waiting) if (await issueFor(id, deps)) made += 1;
  return made;
}
