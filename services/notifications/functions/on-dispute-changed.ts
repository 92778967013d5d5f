import type { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfDispute } from '../domain/dispute-line.ts';
import { toAll } from '../domain/line.ts';
import { lineOfDisputed } from '../domain/post-line.ts';

type Changed = ReceivedOf<typeof DisputeChangedV1>;

/** To the party whose record it is: the fact names it, and its case was handed in before. */
export const tellDisputing =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: Changed, cause: Cause): Promise<void> => {
    const { known } = await inbox.getCase(event.data.caseId);
    const line = lineOfDispute(event, known);
    if (line) await inbox.add(toAll(line), cause);
  };

/** To the head of the department that holds the register, with a mark of its own: neither waits for the other. */
export const tellDisputed =
  ({ postInbox }: Pick<NotificationsDeps, 'postInbox'>) =>
  async (event: Changed, cause: Cause): Promise<void> => {
    const line = lineOfDisputed(event);
    if (line) await postInbox.add(line, cause);
  };
