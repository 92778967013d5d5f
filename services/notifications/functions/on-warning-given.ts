import type { WarningGivenV1 } from '#events/intake/warning-given.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfWarning } from '../domain/post-line.ts';

/** A warning goes to a post, not to a person: whoever holds the post when he looks finds it. */
export const onWarningGiven =
  ({ postInbox }: Pick<NotificationsDeps, 'postInbox'>) =>
  async (event: ReceivedOf<typeof WarningGivenV1>, cause: Cause): Promise<void> =>
    postInbox.add(lineOfWarning(event), cause);
