import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { readCursor } from '#shared/page';
import type { PaymentsDeps } from '../../deps.ts';
import { payOver, type Settlement } from '../../domain/settlement/settlement.ts';

type Fact = Received<typeof ReconciliationChangedV1.type, typeof ReconciliationChangedV1.data>;
type Deps = Pick<PaymentsDeps, 'settlements' | 'expected'>;

/** A statement of the bank is matched: the settlements whose payment it has shown are paid over. */
export const payOverShown =
  (deps: Deps) =>
  async ({ data }: Fact, cause: Cause): Promise<void> => {
    if (data.state !== 'matched' || data.channel !== 'bank') return;
    const { mark, ...unmarked } = cause;
    for (const one of await approvedOf(data.merchant, deps)) {
      const day = dayOf(one.approved?.at ?? one.drawnAt);
      const shown = await deps.expected.load({ merchant: one.merchant, day, id: one.id });
      const isPaid = shown?.state === 'confirmed';
      const change = isPaid ? payOver(one, { by: shown.confirmed?.by ?? '', at: cause.at }) : undefined;
      if (change) await deps.settlements.save(change, unmarked);
    }
  };

async function approvedOf(merchant: string, { settlements }: Deps): Promise<Settlement[]> {
  const found: Settlement[] = [];
  let cursor: string | undefined;
  do {
    const at = readCursor(cursor);
    if ('problem' in at) throw new Error('a cursor of our own cannot be read');
    const page = await settlements.standing('approved', { limit: 100, after: at.after });
    found.push(...page.items.filter((one) => one.merchant === merchant));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
