import { daysAfter, startOf } from '#shared/calendar';
import * as z from 'zod';
import { expectStatus } from '../support/cases.ts';
import type { Hall } from '../support/hall.ts';
import type { Local } from '../support/local.ts';
import { inCity } from '../support/upload.ts';
import { clearStory } from './reconciliation/clearing.ts';
import { closeStory, notYetStory } from './reconciliation/closing.ts';
import { dayStory } from './reconciliation/day.ts';
import { differStory } from './reconciliation/differing.ts';
import { matchedStory } from './reconciliation/statements.ts';
import { bankStory, listStory } from './reconciliation/treasury.ts';
import type { Story } from './story.ts';

/** How many payments the day has. */
const most = 1000;

/**
 * The story of reconciliation: a day of a thousand payments over all channels, whose statements differ from it in every way; a run finds
 * each difference, two people clear them, the day closes before lunch, and the bank confirms the list of the treasury.
 */
export async function reconciliationStory(hall: Hall, story: Story, local: Local | undefined): Promise<void> {
  if (!local)
    throw new Error('this story needs the channels of the local cloud: on deployed stacks no money is played');
  await reconcileDay(hall, story, { local, payments: most });
}

/** The same of a day of so many payments, thirty at least: each difference needs a row of its own. */
export async function reconcileDay(
  hall: Hall,
  story: Story,
  { local, payments }: { local: Local; payments: number },
): Promise<void> {
  const paid = await dayStory(hall, story, { local, payments });
  await differStory(hall, story, { local, paid });
  const next = startOf(daysAfter(paid.day, 1)).getTime() + 10.5 * 3_600_000;
  await local.pass(`+${Math.ceil((next - (await local.now()).getTime()) / 60_000)}m`);
  await matchedStory(hall, story, paid.day);
  await notYetStory(hall, story, paid.day);
  // Which line cannot be read the clerk looks up in the file as it was received.
  const unread = paid.alipay[4];
  const bill = await expectStatus(hall.as('company').get(`/payments/bills/${unread?.billId}`, inCity), 200);
  const { amountFen } = z.object({ amountFen: z.int() }).parse(bill.body);
  const typed = {
    number: unread?.number,
    direction: 'in',
    amountFen,
    feeFen: Math.floor((amountFen * 60 + 5000) / 10_000),
  };
  await clearStory(hall, story, { day: paid.day, typed, until: daysAfter(paid.day, 3) });
  const list = await listStory(hall, story);
  await closeStory(hall, story, paid.day);
  await bankStory(hall, story, { local, paid, list, typedFen: amountFen });
}
