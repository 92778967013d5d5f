import type { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';

/** The result of a case has come to its applicant, with proof: from then on he reads its licence here, too. What came later takes nothing back. */
export const onDeliveryChanged =
  ({ licencePapers }: Pick<MaterialsDeps, 'licencePapers'>) =>
  async ({ data: { caseId, state } }: ReceivedOf<typeof DeliveryChangedV1>, cause: Cause): Promise<void> => {
    if (state === 'delivered') await licencePapers.deliver(caseId, cause);
  };
