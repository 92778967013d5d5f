import type { Application } from '../case/application.ts';
import type { SettlingAt } from './assess.ts';
import { rebalance } from './balance.ts';
import { changed, type FeeChange, type Fees } from './fees.ts';

type Ended = Pick<Application, 'outcome' | 'acceptedAt'>;

/** Refused, withdrawn, void, never corrected, passed on: whatever ended the case, it was not granted. */
export const endedWithoutGrant = ({ outcome }: Ended): boolean => outcome !== undefined && outcome !== 'granted';

/** What can be charged: an accepted case, also once it is granted, since a wrong charge must be mended then too. */
export const isChargeable = (found: Ended): boolean => found.acceptedAt !== undefined && !endedWithoutGrant(found);

/** Grounds that lie with the holder: what a licence that he got so has cost him is not given back (行政许可法 art. 69). */
const holdersFault: ReadonlySet<string | undefined> = new Set(['deception', 'commitment-broken']);

/**
 * Whether a grant that is taken back frees its holder of what it cost. The office should not have granted it and makes its
 * holder good (行政许可法 art. 69): he gets back at least its fees, unless the ground lies with him.
 */
export const isFreed = (ground: string | undefined): boolean => !holdersFault.has(ground);

/** Nothing is owed any more: what is due is cancelled, what is paid is proposed to go back. */
export function endFees(
  before: Fees,
  why: 'case-ended' | 'grant-revoked' | 'grant-annulled',
  settling: SettlingAt,
): FeeChange | undefined {
  if (before.ended) return undefined;
  const settled = rebalance({ fees: { ...before, ended: true }, facts: [] }, { ...settling, why });
  return changed(before, 'end', settled);
}

/** The grant stands again, its revocation being annulled: what it cost is owed as before, and asked where it is not held. */
export function restoreFees(before: Fees, settling: SettlingAt): FeeChange | undefined {
  if (!before.ended) return undefined;
  const settled = rebalance({ fees: { ...before, ended: false }, facts: [] }, { ...settling, why: 'grant-restored' });
  return changed(before, 'restore', settled);
}
