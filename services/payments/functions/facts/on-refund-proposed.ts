import type { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { propose } from '../../domain/refund/act.ts';
import { refundsFor, waiting } from '../refund/propose-refund.ts';

/**
 * Intake says that what was paid is not owed any more: it is proposed to finance, whatever message it comes by, once. Where more is
 * asked than there is, nothing is guessed: the message ends in the dead letters, whose alarm finance sees.
 */
export const onRefundProposed =
  (deps: Parameters<typeof refundsFor>[2]) =>
  async ({ data }: ReceivedOf<typeof RefundProposedV1>, cause: Cause): Promise<void> => {
    const { assessmentId, n, billId, lines, reasonCode } = data;
    const proposal = `${assessmentId}#${n}`;
    if (await deps.refunds.isKnown(proposal)) return;
    const found = await refundsFor(billId, lines, deps);
    if (!found) throw new Error(`bill ${billId} is not there`);
    const { back, made } = found;
    if ('fault' in made) throw new Error(`proposal ${proposal} cannot be carried out: ${made.fault}`);
    const said = { reason: reasonCode, proposedBy: 'service:intake', createdAt: cause.at };
    const proposals = await found.proposals(made.shares);
    const changes = proposals.map((one) => propose({ ...one, ...said, ...waiting(one, cause.at) }));
    await deps.refunds.save(changes, cause, { back: { billId, before: back, after: made.after }, proposal });
  };
