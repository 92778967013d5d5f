import { claim, giveOpinion } from '../../domain/case/review.ts';
import { onCase } from './carry-out.ts';
import { noticed } from './noticed.ts';

export const claimTask = noticed(onCase('claim', claim));
export const giveTaskOpinion = noticed(onCase('give-opinion', giveOpinion));
