import type { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';

/** The city tells who represents an organisation by law: he speaks for it where a mandate is agreed, in every set. */
export const onAuthorityChanged =
  (deps: Pick<AgencyDeps, 'representatives' | 'city'>) =>
  async (event: ReceivedOf<typeof AuthorityChangedV1>, cause: Cause): Promise<void> => {
    if (event.district !== deps.city || event.data.kind !== 'legal-representative') return;
    await (await deps.representatives()).follow(event, cause);
  };
