import type { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { caseMade, nextToMake } from '../../domain/bundle/life.ts';
import type { IntakeDeps } from '../../deps.ts';
import { inNameOf, makeCase } from '../bundle/make-case.ts';
import { resultsOf } from '../bundle/results-of.ts';

/** Makes the next case of a bundle, one in each transaction; a fact that comes once too often finds none to make. */
export const onBundleCasesDue =
  (deps: IntakeDeps) =>
  async ({ data }: ReceivedOf<typeof BundleCasesDueV1>, cause: Cause): Promise<void> => {
    const bundles = await deps.bundles();
    const found = await bundles.getForFacts(data.bundleId);
    const part = found && nextToMake(found.bundle);
    if (!found || !part) return;
    const results = await resultsOf(found.bundle, deps);
    const named = inNameOf(found.bundle, cause);
    const made = await makeCase({ ...found, part, results, cause: named }, deps);
    const { committed } = made.begun.application;
    const change = caseMade(found.bundle, part.item, { toComplete: made.handedIn === undefined, committed });
    await bundles.save(change, cause, { made, cause: named });
  };
