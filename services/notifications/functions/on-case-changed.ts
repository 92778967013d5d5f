import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfChange } from '../domain/line.ts';

export const onCaseChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    const { known, parked } = await inbox.getCase(event.subject);
    if (!known) return inbox.park(parked, event, cause);
    await inbox.add(lineOfChange(known, event), cause);
  };
