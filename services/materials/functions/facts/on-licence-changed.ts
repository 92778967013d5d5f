import type { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { leaveCases } from './leave-cases.ts';

/** 依据变化: an edition is not in force now: every open case that rests on it is told, and none is decided by that. */
export const onLicenceChanged =
  (deps: Pick<MaterialsDeps, 'uses' | 'pause'>) =>
  async ({ data }: ReceivedOf<typeof LicenceChangedV1>, cause: Cause): Promise<void> => {
    const { licenceId: materialId, edition: version, state } = data;
    if (state === 'valid') return;
    const left = { materialId, version, state: state === 'expired' ? ('expired' as const) : ('withdrawn' as const) };
    await leaveCases(left, cause, deps);
  };
