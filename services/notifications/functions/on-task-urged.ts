import type { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { linesOfUrge } from '../domain/post-line.ts';

/** A post of the department is told that others wait for it; each post with a mark of its own, so that neither waits for the other. */
const telling =
  (post: 'approver' | 'head') =>
  ({ postInbox }: Pick<NotificationsDeps, 'postInbox'>) =>
  async (event: ReceivedOf<typeof TaskUrgedV1>, cause: Cause): Promise<void> => {
    const line = linesOfUrge(event)[post];
    if (line) await postInbox.add(line, cause);
  };

export const tellUrged = telling('approver');
export const tellHeadOfUrged = telling('head');
