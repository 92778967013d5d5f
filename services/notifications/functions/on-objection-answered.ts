import type { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfAnswer } from '../domain/line.ts';

export const onObjectionAnswered =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof ObjectionAnsweredV1>, cause: Cause): Promise<void> =>
    inbox.add([lineOfAnswer(event)], cause);
