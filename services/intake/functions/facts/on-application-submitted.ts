import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { copyOf, follow } from '../../domain/case/copy.ts';
import type { IntakeDeps } from '../../deps.ts';

/** A case of a district appears in the applicant's list at the city, with what came before it was known. */
export const onApplicationSubmitted =
  ({ copies }: Pick<IntakeDeps, 'copies'>) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { parked } = await copies.get(event.subject);
    const changes = parked.events.map((one) => ({ ...one, data: CaseChangedV2.data.parse(one.data) }));
    const inOrder = changes.toSorted((a, b) => a.sequence - b.sequence);
    await copies.begin(inOrder.reduce(follow, copyOf(event)), parked, cause);
  };
