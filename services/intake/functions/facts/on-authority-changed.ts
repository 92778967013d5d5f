import type { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { authorityOf, countsHere } from '../../domain/party/authority.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Intake's copy follows an authority; each fact tells the whole of it, so a lower sequence tells nothing new. */
export const onAuthorityChanged =
  ({ authorities, authorityCopies, set, city }: Pick<IntakeDeps, 'authorities' | 'authorityCopies' | 'set' | 'city'>) =>
  async (event: ReceivedOf<typeof AuthorityChangedV1>, cause: Cause): Promise<void> => {
    if (!countsHere(event.district, event.data, { set, city })) return;
    const known = await authorities.get(event.data.authorityId);
    if (known && event.sequence <= known.sequence) return;
    await (await authorityCopies()).follow(authorityOf(event), known?.sequence, cause);
  };
