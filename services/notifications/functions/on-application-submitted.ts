import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { lineOfFact } from '../domain/fact-line.ts';
import { caseOf, lineOfSubmission, toAll } from '../domain/line.ts';

export const onApplicationSubmitted =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { parked } = await inbox.getCase(event.subject);
    const known = caseOf(event);
    const late = parked.events.flatMap((one) => lineOfFact(known, one) ?? []);
    const lines = [lineOfSubmission(event), ...late].flatMap((line) => toAll(line, known));
    await inbox.begin(known, { lines, parked }, cause);
  };
