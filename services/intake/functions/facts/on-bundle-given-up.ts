import type { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { partsToWithdraw } from '../../domain/bundle/parts.ts';
import type { IntakeDeps } from '../../deps.ts';
import { withdrawCase } from '../bundle/withdraw-case.ts';

/** Withdraws the next case of a bundle that was given up, one in each transaction; its end tells of the one after it. */
export const onBundleGivenUp =
  (deps: IntakeDeps) =>
  async ({ data }: ReceivedOf<typeof BundleGivenUpV1>, cause: Cause): Promise<void> => {
    const found = await (await deps.bundles()).getForFacts(data.bundleId);
    if (!found) return;
    for (const { caseId } of partsToWithdraw(found.bundle)) {
      if (await withdrawCase(caseId, { bundle: found.bundle, cause }, deps)) return;
    }
  };
