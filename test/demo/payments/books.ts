import * as z from 'zod';
import { itemsOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';

const trial = z.object({
  differenceFen: z.literal(0),
  accounts: z.array(z.object({ account: z.string(), heldFen: z.int() })),
});

/** Every act is an entry that balances, and so does the whole. */
export async function booksStory(hall: Hall, { step }: Story, orderId: string): Promise<void> {
  const finance = hall.as('finance.city');
  await step(
    '分录 · the entries of the order: taken, promised back, back',
    () => finance.get(`/payments/orders/${orderId}/entries`, inCity),
    (answer) => JSON.stringify(itemsOf(answer).map(({ kind }) => kind)) === '["capture","refund-promise","refund"]',
  );
  await step(
    '试算平衡 · debits and credits are equal, and nothing is nobody’s',
    () => finance.get('/payments/reports/trial-balance', inCity),
    (answer) =>
      answered(200)(answer) &&
      trial
        .parse(answer.body)
        .accounts.every(({ account, heldFen }) => !account.startsWith('suspense/') || heldFen === 0),
  );
}
