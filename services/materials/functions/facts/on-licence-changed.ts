import type { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import type { MaterialsDeps } from '../../deps.ts';
import { hearOf } from '../../domain/use/use.ts';
import { ownersOf } from '../owners.ts';
import { leaveCases } from './leave-cases.ts';
import { named } from './named.ts';

type Deps = Pick<MaterialsDeps, 'materials' | 'licences' | 'parties' | 'uses' | 'fillings' | 'pause'>;

/**
 * An edition holds: whoever waits for the licence has it. Or it is not in force now (依据变化): every open case that rests on it is
 * told, and none is decided by that.
 */
export const onLicenceChanged =
  (deps: Deps) =>
  async ({ data }: ReceivedOf<typeof LicenceChangedV1>, cause: Cause): Promise<void> => {
    const { licenceId: materialId, edition: version, state } = data;
    await endWaiting(materialId, cause, deps);
    if (state === 'valid') return;
    const left = { materialId, version, state: state === 'expired' ? ('expired' as const) : ('withdrawn' as const) };
    await leaveCases(left, cause, deps);
    // Forms that were filled in from it, wherever they are, are to be looked at again before they are handed in.
    await (await deps.fillings()).lapse({ licenceId: materialId, edition: version, why: state }, data.partyId, cause);
  };

/** Each case in a transaction of its own and without a mark: one that has heard of it waits no more. */
async function endWaiting(licenceId: string, { mark, ...cause }: Cause, deps: Deps): Promise<void> {
  for (const caseId of await deps.uses.casesAwaiting(licenceId)) {
    await retried(() => tell({ caseId, licenceId }, cause, deps), deps.pause);
  }
}

async function tell(
  { caseId, licenceId }: { caseId: string; licenceId: string },
  cause: Cause,
  { uses, ...deps }: Deps,
): Promise<void> {
  const [{ known }, found] = await Promise.all([
    uses.get(caseId),
    named([{ data: { materials: [{ materialId: licenceId }] } }], deps),
  ]);
  if (!known) return;
  const use = hearOf(known, { found, owners: await ownersOf(known, deps) }, cause.at);
  if (use !== known) await uses.follow({ before: known, use, found }, cause);
}
