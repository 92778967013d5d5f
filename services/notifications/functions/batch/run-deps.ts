import type { QueueDeps } from '#shared/queue';
import type { NotificationsDeps } from '../../deps.ts';

/** What reading and sending batches works with. */
export interface RunDeps
  extends
    Pick<
      NotificationsDeps,
      'table' | 'batches' | 'batchFiles' | 'contacts' | 'editions' | 'notices' | 'publisher' | 'codeKey' | 'newId'
    >,
    QueueDeps {
  /** A moment in which those who send come on. */
  wait: () => Promise<void>;
}
