import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Lookup, type Row, type Table } from '#shared/table';
import { grant, granteeName, type Grant, type GrantChange, type Grantee } from '../domain/grant/grant.ts';
import { timelineRow } from '#shared/timeline';

const grantKey = (id: string): Key => ({ pk: `GRANT#${id}`, sk: 'REC' });
const ofMaterial = (materialId: string) => `GRANTS#${materialId}`;
const ofGrantee = (to: Grantee) => `GRANTED#${to.kind}#${granteeName(to)}`;

interface PageOf {
  limit: number;
  after: Position | undefined;
}

/** What owners let others read. */
export function grantStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<Grant | undefined> {
      const row = await table.get(grantKey(id));
      return row && grant().parse(row);
    },

    /** All that were given of a document, the newest first. */
    ofMaterial: (materialId: string, page: PageOf) =>
      list({ index: 'index1', partition: ofMaterial(materialId), newestFirst: true }, page),

    /** What somebody may read on a day, by when that ends. */
    ofGrantee: (to: Grantee, day: string, page: PageOf) =>
      list({ index: 'index2', partition: ofGrantee(to), from: day }, page),

    /** Record, timeline entry, fact and mark of an act in one transaction. */
    async save({ before, grant: is, act, facts }: GrantChange, cause: Cause): Promise<void> {
      const when = before ? ifVersion(before.version) : ifAbsent;
      const { recorded, entryRow } = timelineRow(is, { pk: grantKey(is.id).pk, act, version: is.version }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: rowOf(recorded), when },
        { put: entryRow, when: ifAbsent },
        ...outboxWrites(publisher, is, { facts, cause }),
      ]);
    },
  };

  async function list(lookup: Lookup & { index: 'index1' | 'index2' }, { limit, after }: PageOf): Promise<Page<Grant>> {
    const n = lookup.index.slice(-1);
    const start = after && { after: { ...grantKey(after[1]), [`pk${n}`]: lookup.partition, [`sk${n}`]: after[0] } };
    const { rows, last } = await table.query({ ...lookup, limit, ...start });
    const items = rows.map((row) => grant().parse(row));
    const end = items.at(-1);
    return { items, nextCursor: last && end ? cursorOf([String(last[`sk${n}`]), end.id]) : null };
  }
}

/** One that was revoked is in no list of who might have read it. */
function rowOf(found: Grant): Key & Row {
  const { id, materialId, to, state, until, givenAt } = found;
  return {
    ...grantKey(id),
    schema: 1,
    ...plain(found),
    pk1: ofMaterial(materialId),
    sk1: `${givenAt.toISOString()}#${id}`,
    ...(state === 'active' && { pk2: ofGrantee(to), sk2: `${until}#${id}` }),
  };
}
