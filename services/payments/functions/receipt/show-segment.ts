import { leftIn, type Lane } from '../../domain/receipt/lanes.ts';
import { segmentGraph, sizeOf, type Segment } from '../../domain/receipt/segment.ts';

/** A segment as finance sees it; `lanes` of one that was approved. */
export function showSegment(found: Segment, lanes: readonly Lane[]) {
  const { id, version, state, code, from, to, proposedBy, proposedAt, decidedBy } = found;
  const left = leftIn(lanes);
  const voided = found.void.reduce((sum, one) => sum + sizeOf(one), 0);
  const given = state === 'open' || state === 'closed' ? sizeOf(found) : 0;
  return {
    id,
    status: state,
    version,
    code,
    from,
    to,
    left,
    used: given - left - voided,
    void: found.void,
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    ...(decidedBy && { decidedBy }),
    actions: segmentGraph.filter((one) => one.from.includes(state)).map(({ act }) => act),
  };
}
