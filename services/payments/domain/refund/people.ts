import { isSamePerson, type Acting } from '../person.ts';
import type { Refund } from './refund.ts';

/** Whether somebody has verified it for its unit. */
export const isVerifier = ({ verifiedBy: by, verifiedParty: party }: Refund, actor: Acting): boolean =>
  by !== undefined && isSamePerson({ by, party }, actor);

/** Whether somebody has approved it for finance. */
export const isApprover = ({ approvedBy: by, approvedParty: party }: Refund, actor: Acting): boolean =>
  by !== undefined && isSamePerson({ by, party }, actor);
