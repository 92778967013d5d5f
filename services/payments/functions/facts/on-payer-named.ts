import * as z from 'zod';
import type { Envelope, ReceivedOf } from '#events/event';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import type { Cause } from '#shared/cause';
import { takeOver } from '#shared/handed-over';
import { once } from '#shared/once';
import type { PaymentsDeps } from '../../deps.ts';
import { isOver } from '../../domain/bill/bill.ts';
import type { PayerName } from '../../stores/payer-names.ts';

const piece = once(() => z.object({ name: z.string().min(1) }));

/** The payer of an assessment is named, for his receipts. Where that comes before the assessment itself, it waits for that. */
export const onPayerNamed =
  ({ bills, payers, handedOver }: Pick<PaymentsDeps, 'bills' | 'payers' | 'handedOver'>) =>
  async (event: ReceivedOf<typeof PayerNamedV1>, cause: Cause): Promise<void> => {
    const { assessmentId, revision } = event.data;
    const { known, parked } = await bills.heard(assessmentId);
    if (!known) return bills.park(assessmentId, { parked, event }, cause);
    const { id } = known.bill;
    const before = await payers.get(id);
    if (isOver(known.bill) || (before && before.revision >= revision)) return;
    await payers.keep(known.bill, { before, is: await nameIn(event, cause, handedOver) }, cause);
  };

/** The last name of those that were told before the bill was known. */
export async function namedBefore(
  events: readonly Envelope[],
  cause: Cause,
  handedOver: PaymentsDeps['handedOver'],
): Promise<PayerName | undefined> {
  const told = events.flatMap((one) =>
    one.type === PayerNamedV1.type ? [{ id: one.id, data: PayerNamedV1.data.parse(one.data) }] : [],
  );
  const last = told.toSorted((one, other) => other.data.revision - one.data.revision)[0];
  return last && nameIn(last, cause, handedOver);
}

async function nameIn(
  { id, data }: Pick<ReceivedOf<typeof PayerNamedV1>, 'id' | 'data'>,
  { at }: Cause,
  handedOver: PaymentsDeps['handedOver'],
): Promise<PayerName> {
  const { name } = piece().parse(await takeOver(data, await handedOver()));
  return { name, revision: data.revision, takenAt: at, takenBy: id };
}
