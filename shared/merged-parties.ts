import * as z from 'zod';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { ReceivedOf } from '#events/event';
import type { Scope } from '#shared/access';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Route } from '#shared/route';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';

/** A party has at most so many ids: its city approves no more. */
const maxIds = 5;

/** 当事人合并 as a service keeps it, made from facts alone. `sequence` is that of the last. */
const mergeCopy = once(() => PartyMergedV1.data.extend({ sequence: z.int() }));
export type MergeCopy = z.infer<ReturnType<typeof mergeCopy>>;

/** All ids that a merge joins, each once. */
export const idsOf = ({ from, into }: Pick<MergeCopy, 'from' | 'into'>): string[] => [...new Set([into, ...from])];

/** What is known to be one party with what merges join to it, a step further. */
function widened(known: readonly string[], merges: readonly Pick<MergeCopy, 'from' | 'into'>[]): string[] {
  return [...new Set([...known, ...merges.flatMap(idsOf).toSorted()])].slice(0, maxIds);
}

const copyKey = (mergeId: string): Key => ({ pk: `MERGE#${mergeId}`, sk: 'COPY' });
const besideKey = (partyId: string, mergeId: string): Key => ({ pk: `PARTY#${partyId}`, sk: `MERGE#${mergeId}` });

export type PartyStore = ReturnType<typeof partyStore>;

/** Which ids are of one party: a service's own copy of the merges that stand, under each id that they join. */
export function partyStore(table: Table) {
  async function mergesOf(partyId: string): Promise<MergeCopy[]> {
    const { pk: partition } = besideKey(partyId, '');
    return (await allRows(table, { partition, prefix: 'MERGE#' })).map((row) => mergeCopy().parse(row));
  }

  /** All ids of a party, itself first: walked from one to the next. What is undone leaves no trace. One query where nothing is merged. */
  async function group(start: string): Promise<string[]> {
    const asked = new Set<string>();
    let found = [start];
    for (let fresh = found; fresh.length > 0; fresh = found.filter((id) => !asked.has(id))) {
      for (const id of fresh) asked.add(id);
      found = widened(found, (await Promise.all(fresh.map(mergesOf))).flat());
    }
    return found;
  }

  return {
    group,

    /** All ids of several parties. */
    groups: async (ids: readonly string[]): Promise<string[]> => [
      ...new Set((await Promise.all(ids.map(group))).flat()),
    ],

    /** Who calls for his own affairs, by all his ids and all of those that he may act for. */
    async know(scope: Scope): Promise<Scope> {
      if (!scope.capacities.includes('applicant')) return scope;
      const [ids = [], ...others] = await Promise.all(scope.parties.map(group));
      return { ...scope, actor: { ...scope.actor, ids }, parties: [...new Set([...ids, ...others.flat()])] };
    },

    async get(mergeId: string): Promise<MergeCopy | undefined> {
      const row = await table.get(copyKey(mergeId));
      return row && mergeCopy().parse(row);
    },

    /** Stores what a fact tells of a merge, and the same under each id that it joins while it stands. */
    async follow(copy: MergeCopy, known: number | undefined, cause: Cause): Promise<void> {
      const writes = idsOf(copy).map((id): Write => {
        const key = besideKey(id, copy.mergeId);
        return copy.state === 'merged' ? { put: { ...key, schema: 1, ...copy } } : { remove: key };
      });
      // The copy stays when a merge is undone: a late fact of its beginning must tell nothing new.
      const when = known === undefined ? ifAbsent : ifSequence(known);
      await table.transact([
        ...markWrites(cause),
        { put: { ...copyKey(copy.mergeId), schema: 1, ...copy }, when },
        ...writes,
      ]);
    },
  };
}

/** Follows a merge by what its fact tells; no record is written anew, whose one is the reading finds out. */
export const onPartyMerged =
  ({ parties }: { parties: PartyStore }) =>
  async ({ data, sequence }: ReceivedOf<typeof PartyMergedV1>, cause: Cause): Promise<void> => {
    const known = await parties.get(data.mergeId);
    if (known && sequence <= known.sequence) return;
    await parties.follow({ ...data, sequence }, known?.sequence, cause);
  };

/** A route on which whoever calls for his own affairs is known by all his ids before anything else is read. */
export const byAllIds = <Deps extends { parties: Pick<PartyStore, 'know'> }>(route: Route<Deps>): Route<Deps> => ({
  ...route,
  bind: (deps) => {
    const run = route.bind(deps);
    return async (call, read) => run({ ...call, scope: await deps.parties.know(call.scope) }, read);
  },
});
