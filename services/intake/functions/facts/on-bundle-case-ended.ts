import type { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { caseEnded } from '../../domain/bundle/life.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The end of one case moves its bundle on: what waited for its grant opens, or never will. */
export const onBundleCaseEnded =
  (deps: Pick<IntakeDeps, 'bundles'>) =>
  async ({ data }: ReceivedOf<typeof BundleCaseEndedV1>, cause: Cause): Promise<void> => {
    const bundles = await deps.bundles();
    const { bundleId, caseId, outcome, createdPartyId } = data;
    const found = await bundles.getForFacts(bundleId);
    const change = found && caseEnded(found.bundle, { caseId, outcome, at: cause.at, created: createdPartyId });
    if (change) await bundles.save(change, cause);
  };
