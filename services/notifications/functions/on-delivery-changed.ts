import type { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfDelivery } from '../domain/line.ts';

/** The fact names its party, so nothing need be known of the case. A step that asks nothing of him and brings nothing is not told. */
export const onDeliveryChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof DeliveryChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfDelivery(event);
    if (line) await inbox.add(line, cause);
  };
