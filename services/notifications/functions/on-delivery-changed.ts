import type { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfDelivery, toAll } from '../domain/line.ts';

/** The fact names its party; who holds the case for it is known of the case. A step that asks nothing of him and brings nothing is not told. */
export const onDeliveryChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof DeliveryChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfDelivery(event);
    if (!line) return;
    // It is delivered days after it came in: who holds it is known by then.
    const { known } = await inbox.getCase(event.data.caseId);
    await inbox.add(toAll(line, known), cause);
  };
