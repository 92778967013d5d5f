import * as z from 'zod';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { ReceivedOf } from '#events/event';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table } from '#shared/table';

const stored = once(() =>
  AuthorityChangedV1.data.pick({ principal: true, state: true }).extend({
    from: z.coerce.date(),
    until: z.coerce.date().optional(),
    sequence: z.int(),
  }),
);

const keyOf = ({ delegate, authorityId }: { delegate: string; authorityId: string }): Key => ({
  pk: `REPRESENTS#${delegate}`,
  sk: authorityId,
});

/** Which organisations a person represents by law, as the city tells it; made from facts alone. */
export function representativeStore(table: Table) {
  return {
    /** Stores what a fact tells; a lower sequence tells nothing new. */
    async follow({ data, sequence }: ReceivedOf<typeof AuthorityChangedV1>, cause: Cause): Promise<void> {
      const key = keyOf(data);
      const row = await table.get(key);
      const known = row && stored().parse(row).sequence;
      if (known !== undefined && sequence <= known) return;
      const { principal, state, from, until } = data;
      const put = { ...key, schema: 1, principal, state, from, sequence, ...(until && { until }) };
      const when = known === undefined ? ifAbsent : ifSequence(known);
      await table.transact([...markWrites(cause), { put, when }]);
    },

    /** For whom a person, by all his ids, may speak at this moment. */
    async principalsOf(ids: readonly string[], at: Date): Promise<string[]> {
      const rows = await Promise.all(ids.map((id) => allRows(table, { partition: `REPRESENTS#${id}` })));
      const known = rows.flat().map((row) => stored().parse(row));
      return known
        .filter(({ state, from, until }) => state === 'active' && from <= at && (!until || at < until))
        .map(({ principal }) => principal);
    },
  };
}
