import * as z from 'zod';
import type { Application } from '../case/application.ts';
import { forfeits, kindUpon } from '../case/follows.ts';

/** What a decision makes of an earlier one: of a licence (延续, 变更, 补证, 注销), or of a decision (更正, 撤销, 复议). */
export const ruled = z.enum([
  'renewed',
  'altered',
  'reissued',
  'cancelled',
  'corrected',
  'revoked',
  'annulled',
  'changed',
  'restored',
]);
export type Ruled = z.infer<typeof ruled>;

/** What is ruled, and of which case; nothing for a first decision. */
export interface About {
  ruled?: Ruled | undefined;
  about?: string | undefined;
}

const ofLicences: Partial<Record<Application['situation'], Ruled>> = {
  延续: 'renewed',
  变更: 'altered',
  补证: 'reissued',
  注销: 'cancelled',
};

/** What a decision makes of an earlier one; `upon` is the application that a case upon it is about in the end. */
export function aboutIn(decided: Application, upon: Application | undefined): About | undefined {
  const { follows, outcome, decision, situation, licence } = decided;
  const as = kindUpon(follows);
  if (!as) return outcome === 'granted' ? { ruled: ofLicences[situation], about: licence?.grantedIn } : {};
  // What leaves a decision as it was is no news to who supervises it.
  if (outcome !== 'granted') return undefined;
  if (as === 'sanction') return { ruled: forfeits(decided) ? 'cancelled' : 'changed', about: follows?.caseId };
  return { ruled: rulingOf(as, decision?.ruling, upon?.id !== follows?.caseId), about: upon?.id ?? follows?.caseId };
}

function rulingOf(as: 'correct' | 'revoke' | 'review', ruling = 'changed', ofRevocation = false): Ruled {
  if (as === 'correct') return 'corrected';
  if (as === 'revoke') return 'revoked';
  if (ruling !== 'annulled') return 'changed';
  return ofRevocation ? 'restored' : 'annulled';
}
