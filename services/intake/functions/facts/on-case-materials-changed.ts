import type { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { hear } from '../../domain/material/act.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The library says what a case may use. The city tells the set of the case; the city itself need not know of it. */
export const onCaseMaterialsChanged =
  ({ caseMaterials, set }: Pick<IntakeDeps, 'caseMaterials' | 'set'>) =>
  async (event: ReceivedOf<typeof CaseMaterialsChangedV1>, cause: Cause): Promise<void> => {
    if ((event.toDistrict ?? event.district) !== set) return;
    const store = await caseMaterials();
    // Begun in the transaction that asked the library, so it is there.
    const found = await store.get(event.data.caseId);
    const change = found && hear(found, event);
    if (change) await store.follow(change, cause);
  };
