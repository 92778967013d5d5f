import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { ElsewhereState } from '../domain/elsewhere/graph.ts';
import { elsewhere, type Elsewhere, type ElsewhereChange } from '../domain/elsewhere/elsewhere.ts';
import type { OrderChange } from '../domain/order/act.ts';
import { orderWrites } from './orders.ts';
import { pageOf, type PageAt } from '#shared/record-page';

/** The rows of an entry: `ELSEWHERE#<id>` with REC and T#<version>; among those that stand so. */
const keyOf = (id: string): Key => ({ pk: `ELSEWHERE#${id}`, sk: 'REC' });
const standingKey = (state: ElsewhereState) => `ELSEWHERE-IN#${state}`;
const itemIn = ({ schema, pk, sk, pk2, sk2, ...row }: Row): Elsewhere => elsewhere().parse(row);

/** What finance enters of payments by the code on a bill. */
export function elsewhereStore(table: Table, publisher: Publisher) {
  return {
    async load(id: string): Promise<Elsewhere | undefined> {
      const row = await table.get(keyOf(id));
      return row && itemIn(row);
    },

    /** All that stand so, the oldest first. */
    standing: (state: ElsewhereState, at: PageAt): Promise<Page<Elsewhere>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, keyOf, itemIn }, at),

    /** Record, timeline and mark in one transaction, with the order that takes the money in. */
    async save({ before, entered, act }: ElsewhereChange, cause: Cause, order?: OrderChange): Promise<void> {
      const { pk, sk } = keyOf(entered.id);
      const { recorded, entryRow } = timelineRow(entered, { pk, act, version: entered.version }, cause);
      const place = { pk2: standingKey(entered.state), sk2: `${entered.createdAt.toISOString()}#${entered.id}` };
      await table.transact([
        ...markWrites(cause),
        {
          put: { pk, sk, schema: 1, ...plain(recorded), ...place },
          when: before ? ifVersion(before.version) : ifAbsent,
        },
        { put: entryRow, when: ifAbsent },
        ...(order ? orderWrites(order, cause, publisher).writes : []),
      ]);
    },
  };
}
