import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { assessFixed, type SettlingAt } from '../../domain/fee/assess.ts';
import { endedWithoutGrant, endFees, isChargeable, isFreed, restoreFees } from '../../domain/fee/ending.ts';
import { noFees, type FeeChange, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { undoneBy, type UndoneBy } from '../case/undone.ts';
import { saveFees } from '../fee/save-fees.ts';
import { settlingAt } from '../fee/settling.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'links' | 'catalogue' | 'fees' | 'calendars' | 'set'>;

/**
 * Fees follow their case by its facts: accepted, what the list fixes is assessed; ended without a grant, or taken back, what is
 * due is cancelled. It looks at the case as it is now, so facts may come in any order.
 */
export const chargeCase =
  (deps: Deps) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (event.district !== deps.set) return;
    const told = await deps.applications.getForClock(event.data.caseId);
    const taken = told && (await undoneBy(told, deps));
    const undone = taken?.lifted ? undefined : taken;
    const found = undone ? undone.grant : told;
    if (!found || found.charges.length === 0) return;
    const store = await deps.fees();
    const before = await store.get(found.id);
    const settling = await settlingAt(cause.at, deps);
    const standing = { before, settling };
    const change = undone ? followUndone(undone, standing) : await follow(found, standing, deps);
    if (change) await saveFees(change, { of: found, settling, cause }, store);
  };

interface Standing {
  before: Fees | undefined;
  settling: SettlingAt;
}

/** What was taken back costs its holder nothing, also where nothing was charged yet; what stands again costs what it did. */
function followUndone({ grant, by, ground, stands }: UndoneBy, { before, settling }: Standing): FeeChange | undefined {
  if (!isFreed(ground)) return undefined;
  if (stands) return before && restoreFees(before, settling);
  return endFees(before ?? noFees(grant), by === 'review' ? 'grant-annulled' : 'grant-revoked', settling);
}

async function follow(found: Application, { before, settling }: Standing, deps: Deps): Promise<FeeChange | undefined> {
  if (endedWithoutGrant(found)) return before && endFees(before, 'case-ended', settling);
  if (before || !isChargeable(found) || !found.charges.some(({ fixed }) => fixed)) return undefined;
  return assessFixed(noFees(found), (await itemOf(found, deps)).fee, settling);
}
