import type { SupervisionReportedV1 } from '#events/intake/supervision-reported.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfSupervision } from '../domain/post-line.ts';

/** What the supervising body says goes to the post that heads the department which decided. */
export const onSupervisionReported =
  ({ postInbox }: Pick<NotificationsDeps, 'postInbox'>) =>
  async (event: ReceivedOf<typeof SupervisionReportedV1>, cause: Cause): Promise<void> =>
    postInbox.add(lineOfSupervision(event), cause);
