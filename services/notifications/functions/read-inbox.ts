import { readCursor, type Position } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import { words } from '../domain/words.ts';

type Query = { limit: number; cursor?: string | undefined };

export const readInbox =
  ({ inbox }: NotificationsDeps) =>
  async ({ query, scope, language }: Call<Query>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const after: Position | undefined = cursor.after;
    const { items, nextCursor } = await inbox.inbox(scope.actor.partyId, { limit: query.limit, after });
    const shown = items.map(({ partyId, ...line }) => ({ ...line, text: words[line.message][language] }));
    return { status: 200, body: { items: shown, nextCursor } };
  };
