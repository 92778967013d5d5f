import { plain } from '#shared/plain';
import { disputeActions, type Dispute } from '../../domain/sharing/dispute.ts';

/** A dispute as both sides see it; not who of an office has answered. */
export function disputeView(found: Dispute, who: 'owner' | 'provider') {
  const { timelineHash, next, raisedBy, answeredBy, state: status, ...shown } = found;
  return plain({ ...shown, status, actions: disputeActions(found, who) });
}
