import { dayOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { issueFor } from '../receipt/issue-for.ts';
import { standingOfNumbers } from '../receipt/numbers-left.ts';

/** At most so many at a time, and so often in one run. */
const [page, pages] = [100, 10];

/** Makes the receipts that wait, as far as there are numbers, and tells finance when those run out. */
export const issueReceipts = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const day = dayOf(deps.now());
  let made = 0;
  for (let n = 0; n < pages; n += 1) {
    const now = (await deps.segments.inUse(day)).length > 0 ? await issuePage(deps) : 0;
    made += now;
    if (now < page) break;
  }
  const { left, short } = await standingOfNumbers(day, deps);
  await deps.segments.noteShort(short, deps.now());
  return { ReceiptsIssuedLate: made, ReceiptNumbersLeft: left, ReceiptNumbersShort: short ? 1 : 0 };
};

/** One after another: they want the same numbers. */
async function issuePage(deps: PaymentsDeps): Promise<number> {
  let made = 0;
  for (const { id } of await deps.receipts.waiting(page)) if (await issueFor(id, deps)) made += 1;
  return made;
}
