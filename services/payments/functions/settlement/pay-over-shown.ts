import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { payOver } from '../../domain/settlement/settlement.ts';
import { everyPage } from '../every-page.ts';

type Fact = Received<typeof ReconciliationChangedV1.type, typeof ReconciliationChangedV1.data>;
type Deps = Pick<PaymentsDeps, 'settlements' | 'expected'>;

/** A statement of the bank is matched: the settlements whose payment it has shown are paid over. */
export const payOverShown =
  (deps: Deps) =>
  async ({ data }: Fact, cause: Cause): Promise<void> => {
    if (data.state !== 'matched' || data.channel !== 'bank') return;
    const { mark, ...unmarked } = cause;
    const approved = await everyPage((at) => deps.settlements.standing('approved', at));
    for (const one of approved.filter(({ merchant }) => merchant === data.merchant)) {
      const day = dayOf(one.approved?.at ?? one.drawnAt);
      const shown = await deps.expected.load({ merchant: one.merchant, day, id: one.id });
      const isPaid = shown?.state === 'confirmed';
      const change = isPaid ? payOver(one, { by: shown.confirmed?.by ?? '', at: cause.at }) : undefined;
      if (change) await deps.settlements.save(change, unmarked);
    }
  };
