import { allRows } from '#shared/all-rows';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Lookup, Table } from '#shared/table';
import {
  recordsOf,
  recordsOfKind,
  requestsOf,
  sharedRecord,
  isKept,
  sharedRecordKey,
  type SharedRecord,
} from './shared-rows.ts';
import * as z from 'zod';
import { once } from '#shared/once';

const pointer = once(() => z.object({ caseId: z.uuid(), requirement: z.string(), sk1: z.string() }));
export type RequestPointer = z.infer<ReturnType<typeof pointer>>;

interface PageOf {
  limit: number;
  after: Position | undefined;
}

/** What providers have said of parties, and what they are asked. */
export function sharedRecordStore(table: Table) {
  return {
    async get(caseId: string, requirement: string, at: Date): Promise<SharedRecord | undefined> {
      const row = await table.get(sharedRecordKey(caseId, requirement));
      const found = row && sharedRecord().parse(row);
      return found && isKept(found, at) ? found : undefined;
    },

    /** All that was fetched of a party, the newest first. */
    async list(partyId: string, { at, ...page }: PageOf & { at: Date }): Promise<Page<SharedRecord>> {
      const lookup = { partition: recordsOf(partyId), newestFirst: true };
      const { rows, nextCursor } = await pageOf(lookup, 'SHARED', page);
      const items = rows.map((row) => sharedRecord().parse(row)).filter((one) => isKept(one, at));
      return { items, nextCursor };
    },

    /** The records of one resource that cases have of a party. */
    async ofKind(partyId: string, resource: string): Promise<SharedRecord[]> {
      const rows = await allRows(table, { index: 'index2', partition: recordsOfKind(partyId, resource) });
      return rows.map((row) => sharedRecord().parse(row));
    },

    /** What a department is asked and has not answered, the longest asked first. */
    async requests(provider: { district: string; department: string }, page: PageOf): Promise<Page<RequestPointer>> {
      const { rows, nextCursor } = await pageOf({ partition: requestsOf(provider) }, 'REQUEST', page);
      return { items: rows.map((row) => pointer().parse(row)), nextCursor };
    },
  };

  /** A page of rows that stand by `<time>#<case>#<requirement>`: the cursor names time, case and requirement. */
  async function pageOf(lookup: Pick<Lookup, 'partition' | 'newestFirst'>, kind: string, { limit, after }: PageOf) {
    const [sk1 = '', pk = ''] = after ?? [];
    const sk = `${kind}#${sk1.split('#')[2] ?? ''}`;
    const start = after && { after: { pk, sk, pk1: lookup.partition, sk1 } };
    const { rows, last } = await table.query({ ...lookup, index: 'index1', limit, ...start });
    return { rows, nextCursor: last ? cursorOf([String(last['sk1']), String(last['pk'])]) : null };
  }
}
