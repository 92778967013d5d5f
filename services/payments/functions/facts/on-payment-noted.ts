import type { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { note } from '../../domain/bill/act.ts';

/** The case has taken the payment in. It may say so more than once. */
export const onPaymentNoted =
  ({ bills }: Pick<PaymentsDeps, 'bills'>) =>
  async ({ data, id }: ReceivedOf<typeof PaymentNotedV1>, cause: Cause): Promise<void> => {
    const found = await bills.load(data.billId);
    if (!found) throw new Error(`bill ${data.billId} of fact ${id} is not there`);
    const change = note(found, cause.at);
    if (change) await bills.save(change, cause);
  };
