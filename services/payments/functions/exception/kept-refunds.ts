import type { PaymentsDeps } from '../../deps.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { everyPage } from '../every-page.ts';

const dayMs = 24 * 3_600_000;

/** 冲销不成: refunds that wait since a day for a collector to undo its booking, or whose collector has refused that, with since when. */
export async function keptRefunds(now: Date, { refunds }: Pick<PaymentsDeps, 'refunds'>) {
  const states = ['undoing', 'kept'] as const;
  const open = (await Promise.all(states.map((state) => everyPage((at) => refunds.standing(state, at))))).flat();
  return open.flatMap((one) => {
    const since = one.undo?.since ?? one.createdAt;
    const isMatter = one.state === 'kept' || now.getTime() - since.getTime() >= dayMs;
    return isMatter ? [{ since, show: shown(one, since) }] : [];
  });
}

function shown({ id, of, state, orderId, amountFen }: Refund, since: Date) {
  return {
    kind: 'booking-kept' as const,
    owner: 'finance' as const,
    since: since.toISOString(),
    refundId: id,
    ...(of.kind === 'lines' && { billId: of.billId }),
    orderId,
    refused: state === 'kept',
    amountFen,
  };
}
