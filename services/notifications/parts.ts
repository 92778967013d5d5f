import { shippedCalendars } from '#shared/calendars';
import { partyStore } from '#shared/merged-parties';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import { postInboxStore } from './post-store.ts';
import { inboxStore } from './store.ts';
import { noticeStore } from './stores/notices.ts';
import { standingStore } from './stores/standings.ts';

/** Those that share the messages of SMS among them. */
const smsProviders: readonly string[] = ['aliyun', 'tencent'];

/** The stores of notifications over a table, for the deployed functions and for tests. */
export function notificationsParts({ table, publisher }: { table: Table; publisher: Publisher }) {
  return {
    inbox: inboxStore(table),
    parties: partyStore(table),
    postInbox: postInboxStore(table),
    notices: noticeStore(table, publisher),
    standings: standingStore(table),
    smsProviders,
    calendar: shippedCalendars,
  };
}
