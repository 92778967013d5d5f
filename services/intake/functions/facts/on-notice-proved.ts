import type { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { servedOf } from '../../domain/document/served.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The city has told somebody of a case of this set: when it was sent, delivered, read, and since when it counts as served. */
export const onNoticeProved =
  ({ served, set }: Pick<IntakeDeps, 'served' | 'set'>) =>
  async (event: ReceivedOf<typeof NoticeProvedV1>, cause: Cause): Promise<void> => {
    if ((event.toDistrict ?? event.district) !== set) return;
    const store = await served();
    const known = await store.get(event.data);
    const found = servedOf(event, known);
    if (found) await store.follow(found, known?.sequence, cause);
  };
