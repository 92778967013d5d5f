import type { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { giveAnew } from '../../domain/use/use.ts';
import { named } from './named.ts';

/** A case uses other documents than before: the new ones are judged as those of a submission are. */
export const onMaterialsGiven =
  ({ materials, uses }: Pick<MaterialsDeps, 'materials' | 'uses'>) =>
  async (event: ReceivedOf<typeof MaterialsGivenV1>, cause: Cause): Promise<void> => {
    const { known, parked } = await uses.get(event.data.caseId);
    if (!known) return uses.park(parked, event, cause);
    const found = await named([event], materials);
    await uses.follow({ before: known, use: giveAnew(known, event, found), found }, cause);
  };
