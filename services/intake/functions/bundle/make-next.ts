import { dayOf, nextDay, startOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { caseMade, partsToMake } from '../../domain/bundle/life.ts';
import type { IntakeDeps } from '../../deps.ts';
import { inNameOf, makeCase } from './make-case.ts';
import { resultsOf } from './results-of.ts';

interface Making {
  cause: Cause;
  /** By the clock, until which it had been put off: when that looks at it again for another reason. */
  byClock?: { look: Date | undefined };
}

/**
 * Makes the next case of a bundle, one in each transaction: the first that can be made. Where only such are left whose items
 * have no number today, the clock makes them tomorrow.
 */
export async function makeNext(bundleId: string, { cause, byClock }: Making, deps: IntakeDeps): Promise<boolean> {
  const bundles = await deps.bundles();
  const found = await bundles.getForFacts(bundleId);
  const parts = found ? partsToMake(found.bundle) : [];
  if (!found) return false;
  if (parts.length === 0) {
    if (byClock) await bundles.lookAway(found.bundle, cause.at, byClock.look);
    return false;
  }
  const named = inNameOf(found.bundle, cause);
  const results = await resultsOf(found.bundle, deps);
  for (const part of parts) {
    const made = await makeCase({ ...found, part, results, cause: named }, deps);
    if ('refused' in made) continue;
    const { committed } = made.begun.application;
    const change = caseMade(found.bundle, part.item, { toComplete: made.handedIn === undefined, committed });
    const lookAt = byClock?.look;
    await bundles.save({ ...change, lookAt }, cause, { made, cause: named, ...(byClock && { passed: true }) });
    return true;
  }
  await bundles.putOff(found.bundle, startOf(nextDay(dayOf(cause.at))), cause);
  return false;
}
