import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { close } from '../../domain/material/act.ts';
import { changedIn } from '../../domain/material/case-materials.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A case that has ended leaves the list of those whose basis has changed; most never stood in it. */
export const closeMaterials =
  ({ caseMaterials, set }: Pick<IntakeDeps, 'caseMaterials' | 'set'>) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== set || (data.state !== 'decided' && data.state !== 'withdrawn')) return;
    const store = await caseMaterials();
    const found = await store.get(data.caseId);
    if (found && changedIn(found).length > 0) await store.follow(close(found), cause);
  };
