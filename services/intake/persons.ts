import type { Scope } from '#shared/access';
import { isLive } from './domain/party/authority.ts';
import type { PartyStore } from './stores/parties.ts';

/** Finds out who acts, as a person: all his ids, and the parties in whose place he may act at that moment. */
export function personResolver({ parties }: { parties: Pick<PartyStore, 'group' | 'withProxies'> }) {
  return {
    /**
     * Of staff who act for the office or at a desk; nobody else is asked. One query, which an act makes beside its read of the
     * case; only who has other ids, or acts for others, costs more. Asked anew at each act: what is undone is over at once.
     */
    async know(scope: Scope, at: Date): Promise<Scope> {
      const { actor, capacities } = scope;
      if (actor.ids || !capacities.some((one) => one !== 'applicant' && one !== 'officer')) return scope;
      const { ids, proxies } = await parties.withProxies(actor.partyId);
      const principals = proxies.filter((one) => isLive(one, at)).map(({ principal }) => principal);
      const groups = await Promise.all([...new Set([...actor.orgs, ...principals])].map(parties.group));
      return { ...scope, actor: { ...actor, ids, orgs: [...new Set(groups.flat())] } };
    },
  };
}
