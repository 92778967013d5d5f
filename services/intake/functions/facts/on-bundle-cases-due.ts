import type { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { IntakeDeps } from '../../deps.ts';
import { makeNext } from '../bundle/make-next.ts';

/** Makes the next case of a bundle, one in each transaction; a fact that comes once too often finds none to make. */
export const onBundleCasesDue =
  (deps: IntakeDeps) =>
  async ({ data }: ReceivedOf<typeof BundleCasesDueV1>, cause: Cause): Promise<void> => {
    await makeNext(data.bundleId, { cause }, deps);
  };
