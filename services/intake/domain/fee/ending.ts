import type { Application } from '../case/application.ts';
import type { SettlingAt } from './assess.ts';
import { rebalance } from './balance.ts';
import { changed, type FeeChange, type Fees } from './fees.ts';

type Ended = Pick<Application, 'outcome' | 'acceptedAt'>;
type Linked = Pick<Application, 'outcome' | 'follows'>;

/** Refused, withdrawn, void, never corrected, passed on: whatever ended the case, it was not granted. */
export const endedWithoutGrant = ({ outcome }: Ended): boolean => outcome !== undefined && outcome !== 'granted';

/** What can be charged: an accepted case, also once it is granted, since a wrong charge must be mended then too. */
export const isChargeable = (found: Ended): boolean => found.acceptedAt !== undefined && !endedWithoutGrant(found);

/** Grounds that lie with the holder: what a licence that he got so has cost him is not given back (行政许可法 art. 69). */
const holdersFault: ReadonlySet<string | undefined> = new Set(['deception', 'commitment-broken']);

/**
 * The case whose grant this one has revoked though its holder did no wrong; undefined where it has done nothing of the kind.
 * The office should not have granted it and makes its holder good (行政许可法 art. 69): he gets back at least what it cost him.
 */
export function freedBy({ outcome, follows }: Linked): string | undefined {
  const revoked = follows?.as === 'revoke' && outcome === 'granted' && !holdersFault.has(follows.ground);
  return revoked ? follows.caseId : undefined;
}

/** Nothing is owed any more: what is due is cancelled, what is paid is proposed to go back. */
export function endFees(
  before: Fees,
  why: 'case-ended' | 'grant-revoked',
  settling: SettlingAt,
): FeeChange | undefined {
  if (before.ended) return undefined;
  const settled = rebalance({ fees: { ...before, ended: true }, facts: [] }, { ...settling, why });
  return changed(before, 'end', settled);
}
