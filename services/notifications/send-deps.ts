import type { CalendarYear } from '#shared/calendar';
import type { QueueDeps } from '#shared/queue';
import type { Delivery, Notice } from './domain/notice/notice.ts';
import type { Reached } from './functions/sending/reach.ts';
import type { Message, Provider } from './sending/provider.ts';
import type { SenderStandings } from './sender-standings.ts';
import type { BatchStore } from './stores/batches.ts';
import type { EarlyReceiptStore } from './stores/early-receipts.ts';
import type { noticeStore } from './stores/notices.ts';
import type { quotaStore } from './stores/quotas.ts';

/** What an act of a notice works with. */
export interface NoticeDeps extends Pick<QueueDeps, 'now' | 'pause'> {
  notices: ReturnType<typeof noticeStore>;
  /** The days of work as they are published now. */
  calendar: () => Promise<readonly CalendarYear[]>;
}

/** The words of a notice for a provider; undefined where its template has none for that channel. */
export type WordsFor = (
  notice: Notice,
  how: { provider: Pick<Provider, 'key' | 'channel'>; language: 'zh' | 'en' },
) => Promise<Omit<Message, 'reference' | 'to' | 'language'> | undefined>;

/** What the sender works with. */
export interface SendDeps extends NoticeDeps {
  providers: readonly Provider[];
  standings: SenderStandings;
  quotas: ReturnType<typeof quotaStore>;
  batches: Pick<BatchStore, 'load'>;
  earlyReceipts: EarlyReceiptStore;
  /** Contacts are read here and go to their provider alone. */
  reach: (notice: Notice, channel: Delivery['channel']) => Promise<Reached | undefined>;
  wordsFor: WordsFor;
}
