import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { adjustment, type Adjustment, type AdjustmentChange } from '../domain/catalogue/adjustment.ts';
import type { AdjustmentState } from '../domain/catalogue/adjustment-state.ts';

const recordKey = (id: string): Key => ({ pk: `ADJUSTMENT#${id}`, sk: 'REC' });
const listPartition = (state: AdjustmentState) => `ADJUSTMENTS#${state}`;

/** What a set adjusts of its items, and has proposed to. */
export function adjustmentStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<Adjustment | undefined> {
      const row = await table.get(recordKey(id));
      return row && adjustment().parse(row);
    },

    /** Adjustments in a state, newest first. */
    async list(
      state: AdjustmentState,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Adjustment>> {
      const partition = listPartition(state);
      const start = after && { after: { pk: after[1], sk: 'REC', pk1: partition, sk1: after[0] } };
      const { rows, last } = await table.query({ index: 'index1', partition, newestFirst: true, limit, ...start });
      const nextCursor = last ? cursorOf([String(last['sk1']), String(last['pk'])]) : null;
      return { items: rows.map((row) => adjustment().parse(row)), nextCursor };
    },

    /** Record, timeline entry, facts and mark of an act in one transaction, with the catalogue that it makes. */
    async save(change: AdjustmentChange, cause: Cause, also: readonly Write[] = []): Promise<void> {
      const { before, adjustment: next, act, reason, facts } = change;
      const { pk } = recordKey(next.id);
      const entry = { at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub, reason };
      const sk = `T#${String(next.version).padStart(6, '0')}`;
      await table.transact([
        ...markWrites(cause),
        { put: rowOf(next), when: before ? ifVersion(before.version) : ifAbsent },
        { put: { pk, sk, schema: 1, ...entry }, when: ifAbsent },
        ...also,
        ...outboxWrites(publisher, { id: 'catalogue', version: next.catalogueVersion ?? 0 }, { facts, cause }),
      ]);
    },
  };
}

function rowOf(found: Adjustment) {
  const place = { pk1: listPartition(found.state), sk1: `${found.proposedAt.toISOString()}#${found.id}` };
  return { ...recordKey(found.id), schema: 1, ...plain(found), ...place };
}
