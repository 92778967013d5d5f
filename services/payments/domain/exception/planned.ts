import { fitting } from './fits.ts';
import { planComplete } from './plan-complete.ts';
import { planAccept, planFee, planLink, planRepost, planRow } from './plan-even.ts';
import { planRefund, planSuspend } from './plan-over.ts';
import { planCarry, planReverse, planUnsuspend, planWriteOff } from './plan-under.ts';
import type { Planned } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Wish } from './wish.ts';

/** What a wish would do, as things stand. */
export function planned(situation: Situation, wish: Wish): Planned {
  if (!fitting(situation).includes(wish.action)) return { fault: 'does-not-fit' };
  switch (wish.action) {
    case 'complete':
      return planComplete(situation);
    case 'refund':
      return planRefund(situation, wish);
    case 'suspend':
      return planSuspend(situation);
    case 'unsuspend':
      return planUnsuspend(situation);
    case 'link':
      return planLink(situation, wish);
    case 'reverse':
      return planReverse(situation, wish);
    case 'repost':
      return planRepost(situation);
    case 'adjust-fee':
      return planFee(situation, wish);
    case 'carry':
      return planCarry(situation, wish);
    case 'write-off':
      return planWriteOff(situation, wish);
    case 'enter-row':
      return planRow(situation, wish);
    case 'accept':
      break;
  }
  return planAccept(situation);
}
