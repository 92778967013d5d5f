import type * as z from 'zod';
import { readCursor, type Page } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { tasksQuery } from '../../schemas/sending.ts';
import { textOf } from '../notice/text-of.ts';
import { districtsOf } from './of-district.ts';

type Query = z.infer<ReturnType<typeof tasksQuery>>;
const none: Page<Notice> = { items: [], nextCursor: null };

/** What waits for staff in a district of theirs: the one that is asked for, else that of their first post. */
export const listTasks =
  ({ notices, editions }: Pick<NotificationsDeps, 'notices' | 'editions'>) =>
  async ({ query, scope, cause, language }: Call<Query>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const own = districtsOf(scope, cause.at);
    const district = own.find((one) => one === (query.district ?? own[0]));
    const page = { limit: query.limit, after: cursor.after };
    const { items, nextCursor } = district ? await notices.tasks(district, page) : none;
    const shown = items.map(async (notice) => ({
      ...taskOf(notice),
      text: await textOf(notice, { channel: 'task', language }, editions),
    }));
    return { status: 200, body: { items: await Promise.all(shown), nextCursor } };
  };

function taskOf({ id, district, caseId, partyId, message, deliveries, createdAt }: Notice) {
  const since = (deliveries.at(-1)?.sentAt ?? createdAt).toISOString();
  return { id, district, ...(caseId && { caseId }), partyId, message, since, actions: ['done', 'failed'] as const };
}
