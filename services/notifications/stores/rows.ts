import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { notice, type Notice } from '../domain/notice/notice.ts';

/** The rows of a notice: `NOTICE#<id>` with REC, DUE and T#<version>; found by its party, and by its district while staff have a task. */
export const noticeKey = (id: string): Key => ({ pk: `NOTICE#${id}`, sk: 'REC' });
const noticesOfKey = (partyId: string) => `NOTICES-OF#${partyId}`;
export const tasksKey = (district: string) => `TASKS#${district}`;
/** What a provider calls a message leads to its delivery. */
export const sentKey = (provider: string, ref: string): Key => ({ pk: `SENT#${provider}#${ref}`, sk: 'REC' });

export function noticeRow(found: Notice): Key & Row {
  const { id, partyId, district, createdAt } = found;
  const last = found.deliveries.at(-1);
  const isTask = last?.channel === 'task' && last.state === 'sent';
  return {
    ...noticeKey(id),
    schema: 1,
    ...plain(found),
    pk1: noticesOfKey(partyId),
    sk1: `${createdAt.toISOString()}#${id}`,
    ...(isTask && { pk2: tasksKey(district), sk2: `${(last.sentAt ?? createdAt).toISOString()}#${id}` }),
  };
}

export function noticeIn({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Notice {
  return notice().parse(row);
}
