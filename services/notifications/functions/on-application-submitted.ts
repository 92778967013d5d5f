import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { caseOf, lineOfChange, lineOfSubmission } from '../domain/line.ts';

export const onApplicationSubmitted =
  ({ inbox }: Pick<NotificationsDeps, 'inbox'>) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { parked } = await inbox.getCase(event.subject);
    const known = caseOf(event);
    const late = parked.events.map((one) => lineOfChange(known, { ...one, data: CaseChangedV2.data.parse(one.data) }));
    await inbox.begin(known, { lines: [lineOfSubmission(event), ...late], parked }, cause);
  };
