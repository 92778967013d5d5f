import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { Scope } from '#shared/access';
import { lookAt } from '../domain/material/due.ts';
import type { MaterialChange } from '../domain/material/act.ts';
import { mediaType } from '../domain/material/media.ts';
import { isShown, versionOf, type Material } from '../domain/material/material.ts';
import { heldWrites } from './held-rows.ts';
import { kindKey, materialIn, ownerKey, recordKey, recordRow } from './rows.ts';

const blob = once(() =>
  z.object({
    objectKey: z.string(),
    refs: z.int(),
    /** As what it was checked last; absent in older rows. */
    mediaType: mediaType.optional(),
    size: z.int().optional(),
  }),
);
/** A checked file that an owner has, however many documents of his are it. */
export type Blob = z.infer<ReturnType<typeof blob>>;
const blobKey = (partyId: string, sha256: string): Key => ({ pk: `FILES#${partyId}`, sk: sha256 });

/** The documents of all owners. */
export function materialStore(table: Table, publisher: Publisher) {
  return {
    /** A document of the caller's own. */
    async get({ parties }: Scope, id: string): Promise<Material | undefined> {
      const found = await load(table, id);
      return found && parties.includes(found.partyId) && found.versions.some(isShown) ? found : undefined;
    },

    /** A document, whoever asks: for the functions that check it or look at its time. */
    load: (id: string): Promise<Material | undefined> => load(table, id),

    /** The checked file of this content that an owner has already; undefined where he has none. */
    async file(partyId: string, sha256: string): Promise<Blob | undefined> {
      const row = await table.get(blobKey(partyId, sha256));
      return row && blob().parse(row);
    },

    /** The documents of an owner, perhaps of one kind alone, newest first. */
    async list(
      { partyId, type }: { partyId: string; type?: string | undefined },
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Material>> {
      const index = type === undefined ? ('index1' as const) : ('index2' as const);
      const partition = type === undefined ? ownerKey(partyId) : kindKey(partyId, type);
      const n = index.slice(-1);
      const start = after && { after: { pk: after[1], sk: 'REC', [`pk${n}`]: partition, [`sk${n}`]: after[0] } };
      const { rows, last } = await table.query({ index, partition, newestFirst: true, limit, ...start });
      const nextCursor = last ? cursorOf([String(last[`sk${n}`]), String(last['pk'])]) : null;
      return { items: rows.map(materialIn), nextCursor };
    },

    /**
     * Record, timeline entry, where it is due, facts and mark of an act in one transaction. Where the act gives a version its
     * file, `had` is what the owner had of that content before.
     */
    async save(change: MaterialChange, cause: Cause, had?: Blob): Promise<void> {
      const { before, material, act, n, facts } = change;
      const kept = before ?? material;
      if (!kept) throw new Error('a change is of something');
      const { id } = kept;
      const version = (before?.version ?? 0) + 1;
      const { recorded, entryRow } = timelineRow(material ?? kept, { pk: recordKey(id).pk, act, n, version }, cause);
      const due = { was: before && lookAt(before), is: material && lookAt(material) };
      await table.transact([
        ...markWrites(cause),
        recordWrite(before, material && recorded),
        { put: entryRow, when: ifAbsent },
        ...fileWrites(change, had),
        ...heldWrites(before, material),
        ...dueWrites(recordKey(id).pk, due, cause.at),
        ...outboxWrites(publisher, { id, version }, { facts, cause }),
      ]);
    },
  };
}

async function load(table: Pick<Table, 'get'>, id: string): Promise<Material | undefined> {
  const row = await table.get(recordKey(id));
  return row && materialIn(row);
}

function recordWrite(before: Material | undefined, after: Material | undefined): Write {
  const when = before ? ifVersion(before.version) : ifAbsent;
  if (after) return { put: recordRow(after), when };
  if (!before) throw new Error('what is removed was there');
  return { remove: recordKey(before.id), when };
}

/** A version that has got its file counts as one more use of it. */
function fileWrites(change: MaterialChange, had: Blob | undefined): Write[] {
  const { before, material, n } = change;
  if (change.act === 'release') return releaseWrites(change, had);
  const now = material?.versions.find((one) => one.n === n);
  const was = before?.versions.find((one) => one.n === n);
  if (!material || !now?.objectKey || was?.objectKey) return [];
  const key = blobKey(material.partyId, now.sha256);
  const what = { mediaType: now.mediaType, size: now.size };
  if (!had) return [{ put: { ...key, schema: 1, objectKey: now.objectKey, refs: 1, ...what }, when: ifAbsent }];
  const same = { expression: 'refs = :refs', values: { ':refs': had.refs } };
  return [{ update: key, set: { refs: had.refs + 1, ...what }, when: same }];
}

/** One use less of a file: the last takes it from what its owner is known to have. */
function releaseWrites({ before, n }: MaterialChange, had: Blob | undefined): Write[] {
  const found = before && versionOf(before, n);
  if (!before || !found?.objectKey || !had) return [];
  const key = blobKey(before.partyId, found.sha256);
  const when = { expression: 'refs = :refs', values: { ':refs': had.refs } };
  return [had.refs > 1 ? { update: key, set: { refs: had.refs - 1 }, when } : { remove: key, when }];
}
