import type { Application } from '../case/application.ts';
import type { SettlingAt } from './assess.ts';
import { rebalance } from './balance.ts';
import { changed, type FeeChange, type Fees } from './fees.ts';

type Ended = Pick<Application, 'outcome' | 'acceptedAt'>;

/** Refused, withdrawn, void, never corrected, passed on: whatever ended the case, it was not granted. */
export const endedWithoutGrant = ({ outcome }: Ended): boolean => outcome !== undefined && outcome !== 'granted';

/** What can be charged: an accepted case, also once it is granted, since a wrong charge must be mended then too. */
export const isChargeable = (found: Ended): boolean => found.acceptedAt !== undefined && !endedWithoutGrant(found);

/** The case has ended without a grant: what is due is cancelled, what is paid is proposed to go back. */
export function endFees(before: Fees, settling: SettlingAt): FeeChange | undefined {
  if (before.ended) return undefined;
  const settled = rebalance({ fees: { ...before, ended: true }, facts: [] }, { ...settling, why: 'case-ended' });
  return changed(before, 'end', settled);
}
