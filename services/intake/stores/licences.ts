import * as z from 'zod';
import { once } from '#shared/once';
import type { Row, Table } from '#shared/table';
import type { Held } from '../domain/case/licence.ts';
import { holderPartition, licencePrefix } from './licence-rows.ts';

const held = once(() => z.object({ caseId: z.string(), until: z.string().optional() }));

/** What this set has granted and not revoked, beside its holder. */
export function licenceStore(table: Pick<Table, 'query'>) {
  async function ofOne(partyId: string, itemKey: string): Promise<Held[]> {
    const found: Row[] = [];
    let after: Row | undefined;
    do {
      const lookup = { partition: holderPartition(partyId), prefix: licencePrefix(itemKey) };
      const page = await table.query({ ...lookup, ...(after && { after }) });
      found.push(...page.rows);
      after = page.last;
    } while (after);
    return found.map((row) => held().parse(row));
  }

  return {
    /** The licences of an item that a party holds, by any of its ids: one range for each. */
    async of(partyIds: readonly string[], itemKey: string): Promise<Held[]> {
      return (await Promise.all(partyIds.map((one) => ofOne(one, itemKey)))).flat();
    },
  };
}
