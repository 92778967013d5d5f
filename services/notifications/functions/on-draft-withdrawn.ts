import type { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfWithdrawnDraft } from '../domain/line.ts';

export const onDraftWithdrawn =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof DraftWithdrawnV1>, cause: Cause): Promise<void> =>
    inbox.add([lineOfWithdrawnDraft(event)], cause);
