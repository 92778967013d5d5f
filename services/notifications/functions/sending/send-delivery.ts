import type { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { SendDeps } from '../../send-deps.ts';
import { begin } from '../../domain/notice/answer.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import type { Named } from '../../stores/early-receipts.ts';
import { applyEarly } from '../receipt/apply-early.ts';
import { answerOf } from './answer-of.ts';
import { prepare } from './prepare.ts';
import { providerFor } from './provider-for.ts';
import { recordAnswer } from './record-answer.ts';

/**
 * Sends what is due on one channel. That it is being sent is written down first, with the time of the next try: whoever is killed
 * after that leaves a row that comes due, and the next try asks the provider before it sends again. All that can be done before is:
 * whoever is killed over that has begun nothing, and its message comes again at once.
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
    const prepared = await prepare({ notice: begun.notice, n, before: due }, deps);
    const known = await deps.notices.save(begun, cause);
    const answer = await answerOf(prepared, deps);
    await recordAnswer({ known, n, answer }, cause, deps);
    const providerRef = 'providerRef' in answer ? answer.providerRef : undefined;
    if (provider && providerRef) await takeEarly({ provider, providerRef }, cause, deps);
  };

/**
 * What its provider told before its own id of it was written down: of one that tells by our reference there is no such thing. Whoever is
 * killed before this leaves it to the clock.
 */
async function takeEarly(named: Named, cause: Cause, { providers, ...deps }: SendDeps): Promise<void> {
  if (!providers.some(({ key, tellsByOwnId }) => key === named.provider && tellsByOwnId)) return;
  const early = await deps.earlyReceipts.of(named);
  if (early) await applyEarly(early, { ...cause, at: deps.now() }, deps);
}
