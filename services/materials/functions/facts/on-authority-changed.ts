import type { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { authorityOf } from '../../domain/authority/authority.ts';

/** The library's copy follows an authority of the city, where personal ones live; a lower sequence tells nothing new. */
export const onAuthorityChanged =
  ({ authorities, set }: Pick<MaterialsDeps, 'authorities' | 'set'>) =>
  async (event: ReceivedOf<typeof AuthorityChangedV1>, cause: Cause): Promise<void> => {
    if (event.district !== set) return;
    const store = await authorities();
    const known = await store.get(event.data.authorityId);
    if (known && event.sequence <= known.sequence) return;
    await store.follow(authorityOf(event), known?.sequence, cause);
  };
