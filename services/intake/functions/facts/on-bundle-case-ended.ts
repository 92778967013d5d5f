import type { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { caseAnew, caseEnded } from '../../domain/bundle/life.ts';
import type { IntakeDeps } from '../../deps.ts';
import { anewAfter, lineageOf, successorOf } from '../bundle/lineage-of.ts';

/** The end of one case moves its bundle on: what waited for its grant opens, or never will; what was forwarded is followed. */
export const onBundleCaseEnded =
  (deps: Pick<IntakeDeps, 'bundles' | 'applications'>) =>
  async ({ data }: ReceivedOf<typeof BundleCaseEndedV1>, cause: Cause): Promise<void> => {
    const bundles = await deps.bundles();
    const { bundleId, caseId, outcome, createdPartyId } = data;
    const found = await bundles.getForFacts(bundleId);
    if (!found) return;
    const anew = outcome === 'granted' ? await anewAfter(caseId, deps) : undefined;
    if (anew !== undefined) {
      const reopened = caseAnew(found.bundle, await lineageOf(anew, found.bundle, deps));
      if (reopened) await bundles.save(reopened, cause);
      return;
    }
    const lineage = await lineageOf(caseId, found.bundle, deps);
    const next = outcome === 'forwarded' ? await successorOf(caseId, deps) : undefined;
    const ended = { lineage, outcome, at: cause.at, next, created: createdPartyId };
    const change = caseEnded(found.bundle, ended);
    if (change) await bundles.save(change, cause);
  };
