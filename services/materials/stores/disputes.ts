import { sharedResource } from '#events/materials/shared-resources';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Lookup, type Row, type Table, type Write } from '#shared/table';
import { dispute, type Dispute, type DisputeChange } from '../domain/sharing/dispute.ts';
import { timelineRow } from '#shared/timeline';
import { casePartition } from './shared-rows.ts';

const disputeKey = (id: string): Key => ({ pk: `DISPUTE#${id}`, sk: 'REC' });
/** There while a dispute of that record is open: there is one at a time. */
const openKey = ({ caseId, requirement }: Pick<Dispute, 'caseId' | 'requirement'>): Key => ({
  pk: casePartition(caseId),
  sk: `DISPUTED#${requirement}`,
});
const ofParty = (partyId: string) => `DISPUTES#party#${partyId}`;
const ofProvider = (provider: Provider) => `DISPUTES#office#${provider.district}/${provider.department}`;

interface Provider {
  district: string;
  department: string;
}
interface PageOf {
  limit: number;
  after: Position | undefined;
}

/** What parties dispute of what providers have shared. */
export function disputeStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<Dispute | undefined> {
      const row = await table.get(disputeKey(id));
      return row && disputeIn(row);
    },

    isOpen: async (record: Pick<Dispute, 'caseId' | 'requirement'>): Promise<boolean> =>
      (await table.get(openKey(record))) !== undefined,

    /** All of a party, the newest first. */
    ofParty: (partyId: string, page: PageOf) =>
      list({ index: 'index1', partition: ofParty(partyId), newestFirst: true }, page),

    /** What a department has to answer, the oldest first. */
    ofProvider: (provider: Provider, page: PageOf) => list({ index: 'index2', partition: ofProvider(provider) }, page),

    async save({ before, dispute: found, act, facts }: DisputeChange, cause: Cause): Promise<void> {
      const { pk } = disputeKey(found.id);
      const { recorded, entryRow } = timelineRow(found, { pk, act, version: found.version }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: rowOf(recorded), when: before ? ifVersion(before.version) : ifAbsent },
        { put: entryRow, when: ifAbsent },
        ...openWrites(before, found),
        ...dueWrites(pk, { was: before?.next, is: found.next }, cause.at),
        ...outboxWrites(publisher, found, { facts, cause }),
      ]);
    },
  };

  async function list(
    lookup: Lookup & { index: 'index1' | 'index2' },
    { limit, after }: PageOf,
  ): Promise<Page<Dispute>> {
    const n = lookup.index.slice(-1);
    const start = after && { after: { pk: after[1], sk: 'REC', [`pk${n}`]: lookup.partition, [`sk${n}`]: after[0] } };
    const { rows, last } = await table.query({ ...lookup, limit, ...start });
    const nextCursor = last ? cursorOf([String(last[`sk${n}`]), String(last['pk'])]) : null;
    return { items: rows.map(disputeIn), nextCursor };
  }
}

function disputeIn({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Dispute {
  return dispute().parse(row);
}

/** Where a dispute stands in a list. */
export const disputePlace = ({ id, raisedAt }: Pick<Dispute, 'id' | 'raisedAt'>): Position => [
  `${raisedAt.toISOString()}#${id}`,
  disputeKey(id).pk,
];

/** One that is over stands in the list of its party alone. */
function rowOf(found: Dispute): Key & Row {
  const { id, partyId, resource, state } = found;
  const [sort] = disputePlace(found);
  const provider = state === 'open' ? sharedResource(resource)?.provider : undefined;
  return {
    ...disputeKey(id),
    schema: 1,
    ...plain(found),
    pk1: ofParty(partyId),
    sk1: sort,
    ...(provider && { pk2: ofProvider(provider), sk2: sort }),
  };
}

function openWrites(before: Dispute | undefined, found: Dispute): Write[] {
  if (!before) return [{ put: { ...openKey(found), schema: 1, disputeId: found.id }, when: ifAbsent }];
  return before.state === 'open' && found.state !== 'open' ? [{ remove: openKey(found) }] : [];
}
