import type { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { giveAnew } from '../../domain/use/use.ts';
import { ownersOf } from '../owners.ts';
import { named } from './named.ts';

/** A case uses other documents than before: the new ones are judged as those of a submission are. */
export const onMaterialsGiven =
  (deps: Pick<MaterialsDeps, 'materials' | 'licences' | 'uses' | 'parties'>) =>
  async (event: ReceivedOf<typeof MaterialsGivenV1>, cause: Cause): Promise<void> => {
    const { known, parked } = await deps.uses.get(event.data.caseId);
    if (!known) return deps.uses.park(parked, event, cause);
    const [found, owners] = await Promise.all([named([event], deps), ownersOf(known, deps)]);
    await deps.uses.follow({ before: known, use: giveAnew(known, event, { found, owners }), found }, cause);
  };
