import type { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import type { MaterialsDeps } from '../../deps.ts';
import { leave } from '../../domain/use/use.ts';

type Deps = Pick<MaterialsDeps, 'uses' | 'pause'>;

/**
 * A version is in force no more: every case that uses it is told, a transaction each. There is no mark: who is told of it
 * twice has heard it before, and one that failed halfway goes on where it was.
 */
export const onMaterialChanged =
  (deps: Deps) =>
  async ({ data }: ReceivedOf<typeof MaterialChangedV1>, { mark, ...cause }: Cause): Promise<void> => {
    const { materialId, version, state } = data;
    if (state !== 'expired' && state !== 'withdrawn') return;
    for (const caseId of await deps.uses.casesWith(materialId, version)) {
      await retried(() => tell(caseId, { materialId, version, state, cause }, deps), deps.pause);
    }
  };

interface Left {
  materialId: string;
  version: number;
  state: 'expired' | 'withdrawn';
  cause: Cause;
}

async function tell(caseId: string, { cause, state, ...one }: Left, { uses }: Deps): Promise<void> {
  const { known } = await uses.get(caseId);
  const use = known && leave(known, one, state);
  if (known && use && use !== known) await uses.follow({ before: known, use }, cause);
}
