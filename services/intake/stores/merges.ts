import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { chained } from './chain.ts';
import type { MergeState } from '../domain/party/merge-state.ts';
import { partyMerge, type MergeChange, type PartyMerge } from '../domain/party/merge.ts';

const mergeKey = (id: string): Key => ({ pk: `MERGE#${id}`, sk: 'REC' });
const pairKey = (partyIds: PartyMerge['partyIds']): Key => ({ pk: `PAIR#${partyIds.join('#')}`, sk: 'MERGE' });
const listPartition = (state: MergeState) => `MERGES#${state}`;

/** The merges of parties that were proposed, in the city. */
export function mergeStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<PartyMerge | undefined> {
      const row = await table.get(mergeKey(id));
      return row && partyMerge().parse(row);
    },

    /** Whether a merge of these two is proposed or stands. */
    async isLive(partyIds: PartyMerge['partyIds']): Promise<boolean> {
      return (await table.get(pairKey(partyIds))) !== undefined;
    },

    /** Merges in a state, oldest first. */
    async list(
      state: MergeState,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<PartyMerge>> {
      const partition = listPartition(state);
      const start = after && { after: { pk: after[1], sk: 'REC', pk1: partition, sk1: after[0] } };
      const { rows, last } = await table.query({ index: 'index1', partition, limit, ...start });
      const nextCursor = last ? cursorOf([String(last['sk1']), String(last['pk'])]) : null;
      return { items: rows.map((row) => partyMerge().parse(row)), nextCursor };
    },

    /** Record, timeline entry, fact and mark of an act in one transaction. */
    async save({ before, merge, act, facts, reason }: MergeChange, cause: Cause): Promise<void> {
      const { id, version } = merge;
      const entry = { at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub, reason };
      const rows = chained(rowOf(merge), { version, entry, prevHash: merge.timelineHash });
      await table.transact([
        ...markWrites(cause),
        { put: rows.record, when: before ? ifVersion(before.version) : ifAbsent },
        ...pairWrites(merge),
        { put: rows.entry, when: ifAbsent },
        ...outboxWrites(publisher, { id, version }, { facts, cause }),
      ]);
    },
  };
}

/** Two ids have one merge at a time: two that are proposed at once meet in this row. */
function pairWrites({ state, partyIds, id }: PartyMerge): Write[] {
  const key = pairKey(partyIds);
  if (state === 'proposed') return [{ put: { ...key, schema: 1, mergeId: id }, when: ifAbsent }];
  return state === 'approved' ? [] : [{ remove: key }];
}

function rowOf(merge: PartyMerge) {
  const place = { pk1: listPartition(merge.state), sk1: `${merge.proposedAt.toISOString()}#${merge.id}` };
  return { ...mergeKey(merge.id), schema: 1, ...plain(merge), ...place };
}
