import type { Hall } from '../support/hall.ts';
import type { Local } from '../support/local.ts';
import { booksStory } from './payments/books.ts';
import { counterStory } from './payments/counter.ts';
import { oneClickStory } from './payments/one-click.ts';
import { owedStory } from './payments/owed.ts';
import { receiptStory } from './payments/receipt.ts';
import { refundStory } from './payments/refund.ts';
import type { Story } from './story.ts';

/**
 * The story of payments: three departments ask a company, which pays with one click by WeChat, whose answer is lost and comes later; a
 * fourth bill is paid in cash at a counter; a part goes back; receipts are made; and the ledger balances.
 */
export async function paymentsStory(hall: Hall, story: Story, local: Local | undefined): Promise<void> {
  if (!local)
    throw new Error('this story needs the channels of the local cloud: on deployed stacks no money is played');
  const { bills, cash } = await owedStory(hall, story);
  const orderId = await oneClickStory(hall, story, { bills, local });
  await counterStory(hall, story, cash);
  await refundStory(hall, story, { billId: bills[0] ?? '', local });
  await receiptStory(hall, story, orderId);
  await booksStory(hall, story, orderId);
}
