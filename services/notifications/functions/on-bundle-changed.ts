import type { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfBundle } from '../domain/line.ts';

/** The fact names its party: nothing need be known of the bundle. */
export const onBundleChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof BundleChangedV2>, cause: Cause): Promise<void> =>
    inbox.add([lineOfBundle(event)], cause);
