import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { assessFixed, type SettlingAt } from '../../domain/fee/assess.ts';
import { endedWithoutGrant, endFees, freedBy, isChargeable } from '../../domain/fee/ending.ts';
import { noFees, type FeeChange, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { saveFees } from '../fee/save-fees.ts';
import { settlingAt } from '../fee/settling.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'fees' | 'calendars' | 'set'>;

/**
 * Fees follow their case by its facts: accepted, what the list fixes is assessed; ended without a grant, or revoked, what is
 * due is cancelled. It looks at the case as it is now, so facts may come in any order.
 */
export const chargeCase =
  (deps: Deps) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (event.district !== deps.set) return;
    const told = await deps.applications.getForClock(event.data.caseId);
    const freed = told && freedBy(told);
    const found = freed === undefined ? told : await deps.applications.getForClock(freed);
    if (!found || found.charges.length === 0) return;
    const store = await deps.fees();
    const before = await store.get(found.id);
    const settling = await settlingAt(cause.at, deps);
    const revoked = freed !== undefined;
    const change = await follow(found, { before, settling, revoked }, deps);
    if (change) await saveFees(change, { of: found, settling, cause }, store);
  };

interface Standing {
  before: Fees | undefined;
  settling: SettlingAt;
  revoked: boolean;
}

async function follow(
  found: Application,
  { before, settling, revoked }: Standing,
  deps: Deps,
): Promise<FeeChange | undefined> {
  // Also where nothing was charged yet: nothing is to be from now on.
  if (revoked) return endFees(before ?? noFees(found), 'grant-revoked', settling);
  if (endedWithoutGrant(found)) return before && endFees(before, 'case-ended', settling);
  if (before || !isChargeable(found) || !found.charges.some(({ fixed }) => fixed)) return undefined;
  return assessFixed(noFees(found), (await itemOf(found, deps)).fee, settling);
}
