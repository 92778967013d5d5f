import type { Cause } from '#shared/cause';
import type { NoticeDeps } from '../../send-deps.ts';
import type { EarlyReceipt, EarlyReceiptStore } from '../../stores/early-receipts.ts';
import { recordAnswer } from '../sending/record-answer.ts';

type Deps = NoticeDeps & { earlyReceipts: EarlyReceiptStore };

/** A receipt that was parked changes its delivery, where that is known by now, and is kept no longer; whether it was known. */
export async function applyEarly(early: EarlyReceipt, cause: Cause, deps: Deps): Promise<boolean> {
  const place = await deps.notices.sentAs(early.provider, early.providerRef);
  const known = place && (await deps.notices.load(place.noticeId));
  if (known) await recordAnswer({ known, n: place.n, answer: early.said }, cause, deps);
  await deps.earlyReceipts.letGo(early, cause.at);
  return place !== undefined;
}
