import type { StageChangedV1 } from '#events/intake/stage-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { toAll } from '../domain/line.ts';
import { lineOfStage } from '../domain/stage-line.ts';

/** The fact names the investor: nothing need be known of the stage. */
export const onStageChanged =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof StageChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfStage(event);
    if (line) await inbox.add(toAll(line), cause);
  };
