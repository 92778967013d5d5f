import type { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { finish } from '../../domain/exception/act.ts';

/** What two people have decided to give back is back: the exception that waited for it is over. */
export const finishException =
  ({ exceptions }: Pick<PaymentsDeps, 'exceptions'>) =>
  async ({ data }: ReceivedOf<typeof RefundChangedV1>, cause: Cause): Promise<void> => {
    const id = data.state === 'done' ? await exceptions.byRefund(data.refundId) : undefined;
    const found = id ? await exceptions.load(id) : undefined;
    const change = found && finish(found);
    if (change) await exceptions.save(change, cause);
  };
