import { calendarStore } from '#shared/calendar-copies';
import { partyStore } from '#shared/merged-parties';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import { tellingInbox } from './functions/notice/telling.ts';
import { postInboxStore } from './post-store.ts';
import { inboxStore } from './store.ts';
import { batchStore } from './stores/batches.ts';
import { codeStore } from './stores/codes.ts';
import { contactStore } from './stores/contacts.ts';
import { earlyReceiptStore } from './stores/early-receipts.ts';
import { editionStore } from './stores/editions.ts';
import { figureStore } from './stores/figures.ts';
import { noticeStore } from './stores/notices.ts';
import { standingStore } from './stores/standings.ts';

/** Those that share the messages of SMS among them. */
const smsProviders: readonly string[] = ['aliyun', 'tencent'];

/** The stores of notifications over a table, for the deployed functions and for tests. */
export function notificationsParts({ table, publisher, city }: { table: Table; publisher: Publisher; city: string }) {
  const parties = partyStore(table);
  const [editions, contacts] = [editionStore(table, city), contactStore(table, parties)];
  const calendars = calendarStore(table);
  const calendar = () => calendars.current();
  return {
    // Whoever writes a line tells by the rules as well.
    inbox: tellingInbox(inboxStore(table), { editions, contacts, publisher, calendar }),
    parties,
    editions,
    contacts,
    codes: codeStore(table),
    postInbox: postInboxStore(table),
    notices: noticeStore(table, publisher),
    earlyReceipts: earlyReceiptStore(table),
    batches: batchStore(table, publisher),
    standings: standingStore(table),
    figures: figureStore(table),
    smsProviders,
    calendars: async () => calendars,
    calendar,
  };
}
