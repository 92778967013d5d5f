import type { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfExpiring } from '../domain/line.ts';

export const onMaterialExpiring =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof MaterialExpiringV1>, cause: Cause): Promise<void> =>
    inbox.add([lineOfExpiring(event)], cause);
