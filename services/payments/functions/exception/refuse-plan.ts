import { refuse, type Refusal } from '#shared/route';
import type { PlanFault } from '../../domain/exception/plan.ts';
import * as refused from '../../problems/exception.ts';

const words = {
  'does-not-fit': refused.actionUnfit,
  'not-ours': refused.notOurs,
  'over-limit': refused.writeOffOver,
  'too-long': refused.carryTooLong,
  'lines-differ': refused.linesDiffer,
  'other-not-found': refused.otherUnfit,
  'same-fee': refused.sameFee,
  'account-missing': refused.accountMissing,
} as const satisfies Record<PlanFault, unknown>;

/** Why what is wished cannot be. */
export const refusePlan = (fault: PlanFault): Refusal => refuse(words[fault]);
