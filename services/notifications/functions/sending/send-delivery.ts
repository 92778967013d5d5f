import type { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { SendDeps } from '../../send-deps.ts';
import { begin, type Answer } from '../../domain/notice/answer.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { applyEarly } from '../receipt/apply-early.ts';
import { answerOf } from './answer-of.ts';
import { providerFor } from './provider-for.ts';
import { recordAnswer } from './record-answer.ts';

/**
 * Sends what is due on one channel. That it is being sent is written down first, with the time of the next try: whoever is killed
 * after that leaves a row that comes due, and the next try asks the provider before it sends again.
 */
export const sendDelivery =
  (deps: SendDeps) =>
  async (event: ReceivedOf<typeof DeliveryDueV1>, cause: Cause): Promise<void> => {
    const { noticeId, n, tries } = event.data;
    const found = await deps.notices.load(noticeId);
    const due = found && deliveryAt(found, n);
    if (!found || !due) throw new Error('a delivery is due that there is not');
    const provider = await providerFor(due, deps);
    const begun = begin(found, { n, tries, provider }, cause.at);
    if (!begun) return;
    await deps.notices.save(begun, cause);
    const answer = await answerOf({ notice: begun.notice, n, before: due }, deps);
    await recordAnswer({ id: noticeId, n, answer }, cause, deps);
    await takeEarly({ begun: begun.notice, n, answer }, cause, deps);
  };

/** What its provider told before its own id of it was written down. Whoever is killed before this leaves it to the clock. */
async function takeEarly(
  { begun, n, answer }: { begun: Notice; n: number; answer: Answer },
  cause: Cause,
  deps: SendDeps,
): Promise<void> {
  const { provider } = deliveryAt(begun, n) ?? {};
  const providerRef = 'providerRef' in answer ? answer.providerRef : undefined;
  const early = provider && providerRef ? await deps.earlyReceipts.of({ provider, providerRef }) : undefined;
  if (early) await applyEarly(early, { ...cause, at: deps.now() }, deps);
}
