import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { countUnread, keptSince } from '../../stores/lines.ts';
import { inboxesOf } from './inboxes-of.ts';

/** How many lines of his inboxes nobody has read: a few short reads, however many there are. */
export const unreadCount =
  (deps: Pick<NotificationsDeps, 'parties' | 'table'>) =>
  async (call: Call): Promise<HttpResponse> => {
    const inboxes = await inboxesOf(call, deps);
    return { status: 200, body: await countUnread(deps.table, inboxes, keptSince(call.cause.at)) };
  };
