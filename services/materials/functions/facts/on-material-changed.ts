import type { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { leaveCases } from './leave-cases.ts';

/** A version is in force no more: every case that uses it is told. */
export const onMaterialChanged =
  (deps: Pick<MaterialsDeps, 'uses' | 'pause'>) =>
  async ({ data }: ReceivedOf<typeof MaterialChangedV1>, cause: Cause): Promise<void> => {
    const { materialId, version, state } = data;
    if (state === 'expired' || state === 'withdrawn') await leaveCases({ materialId, version, state }, cause, deps);
  };
