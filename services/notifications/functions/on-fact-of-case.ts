import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfFact } from '../domain/fact-line.ts';
import { toAll } from '../domain/line.ts';

type FactOfCase = Envelope & { data: { caseId: string } };

/** A line for whoever's case it is; parked until that is known. */
export const onFactOfCase =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: FactOfCase, cause: Cause): Promise<void> => {
    const { known, parked } = await inbox.getCase(event.data.caseId);
    if (!known) return inbox.park(parked, event, cause);
    const line = lineOfFact(known, event);
    if (line) await inbox.add(toAll(line, known), cause);
  };
