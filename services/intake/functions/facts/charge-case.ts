import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { assessFixed, type SettlingAt } from '../../domain/fee/assess.ts';
import { endedWithoutGrant, endFees, isChargeable } from '../../domain/fee/ending.ts';
import { noFees, type FeeChange, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { saveFees } from '../fee/save-fees.ts';
import { settlingAt } from '../fee/settling.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'fees' | 'calendars' | 'set'>;

/**
 * Fees follow their case by its facts: accepted, what the list fixes is assessed; ended without a grant, what is due is
 * cancelled. It looks at the case as it is now, so facts may come in any order.
 */
export const chargeCase =
  (deps: Deps) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (event.district !== deps.set) return;
    const found = await deps.applications.getForClock(event.data.caseId);
    if (!found || found.charges.length === 0) return;
    const store = await deps.fees();
    const before = await store.get(found.id);
    const settling = await settlingAt(cause.at, deps);
    const change = await follow(found, { before, settling }, deps);
    if (change) await saveFees(change, { of: found, settling, cause }, store);
  };

async function follow(
  found: Application,
  { before, settling }: { before: Fees | undefined; settling: SettlingAt },
  deps: Deps,
): Promise<FeeChange | undefined> {
  if (endedWithoutGrant(found)) return before && endFees(before, settling);
  if (before || !isChargeable(found) || !found.charges.some(({ fixed }) => fixed)) return undefined;
  return assessFixed(noFees(found), (await itemOf(found, deps)).fee, settling);
}
