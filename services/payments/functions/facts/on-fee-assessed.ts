import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import type { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { raise, raiseCancelled, revise } from '../../domain/bill/act.ts';
import { namedBefore } from './on-payer-named.ts';
import { askedBy } from '../../domain/bill/of-assessment.ts';

/** An assessment becomes a bill; a later revision replaces what is not paid. What is not on the charge list waits for that. */
export const onFeeAssessed =
  (deps: Pick<PaymentsDeps, 'bills' | 'charges' | 'newId' | 'handedOver'>) =>
  async (event: ReceivedOf<typeof FeeAssessedV1>, cause: Cause): Promise<void> => {
    const { assessmentId, caseId, payer } = event.data;
    const { known, parked } = await deps.bills.heard(assessmentId);
    const list = await deps.charges.live();
    const asked = askedBy(event.data, (code) => list?.charge(code));
    if ('offList' in asked) {
      // Nobody may be asked for it: finance is told by the queue of what could not be taken in, and replays it once the list has it.
      throw new Error(`${asked.offList} is not on the charge list, or is another payee's`);
    }
    if (known) {
      const change = revise(known, asked);
      return change ? deps.bills.save(change, cause) : undefined;
    }
    const source = { by: 'assessment' as const, assessmentId, caseId, district: event.district };
    const said = { id: deps.newId(), source, payer, createdAt: cause.at, ...asked };
    const isOver = parked.events.some(({ type, data }) => {
      return type === FeeCancelledV1.type && FeeCancelledV1.data.parse(data).revision >= asked.revision;
    });
    const named = isOver ? undefined : await namedBefore(parked.events, cause, deps.handedOver);
    const change = isOver ? raiseCancelled(said) : raise(said);
    await deps.bills.save({ ...change, ...(named && { named }) }, cause, parked);
  };
