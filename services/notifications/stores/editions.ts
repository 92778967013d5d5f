import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { builtInId } from '../domain/edition/built-in.ts';
import type { Edition as InForce } from '../domain/edition/in-force.ts';
import { noticeRules } from '../domain/template/template.ts';

const editionKey = (id: string): Key => ({ pk: `EDITION#${id}`, sk: 'REC' });
const liveKey = (district: string): Key => ({ pk: `RULES#${district}`, sk: 'LIVE' });
const historyOf = (district: string) => `RULES#${district}`;
const placeOf = ({ proposedAt, id }: Pick<Outline, 'proposedAt' | 'id'>) => `E#${proposedAt.toISOString()}#${id}`;

/** What is said of an edition in the list of its district. */
const outline = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    district: z.string(),
    /** Which one was in force when it was proposed; none: what the code brings along. */
    base: z.uuid().optional(),
    proposedBy: z.string(),
    proposedAt: z.coerce.date(),
    approvedBy: z.string().optional(),
    approvedAt: z.coerce.date().optional(),
  }),
);
export type Outline = z.infer<ReturnType<typeof outline>>;

const proposed = once(() => outline().extend({ rules: noticeRules() }));
/** 规则与模板的一版: it never changes; proposed by one person, in force once another has approved it. */
export type Proposed = z.infer<ReturnType<typeof proposed>>;

const live = once(() => z.object({ version: z.int(), id: z.uuid() }));

export type EditionStore = ReturnType<typeof editionStore>;

/** The rules and templates of the city and of each district: their editions, and which are in force. */
export function editionStore(table: Table, city: string) {
  // An edition never changes, so a copy of the function reads it once; there are a dozen districts.
  const known = new Map<string, InForce>();
  const get = async (id: string): Promise<Proposed | undefined> => {
    const row = await table.get(editionKey(id));
    return row && proposed().parse(row);
  };
  const pointer = async (district: string) => {
    const row = await table.get(liveKey(district));
    return row && live().parse(row);
  };
  const load = async (id: string): Promise<InForce> => {
    const held = known.get(id);
    if (held) return held;
    const found = await get(id);
    if (!found) throw new Error('an edition in force is not there');
    const { rules } = found;
    known.set(id, { id, rules });
    return { id, rules };
  };
  return {
    get,
    liveId: async (district: string) => (await pointer(district))?.id,

    /** What is in force in a district: its own edition before the city's; what the code brings along is not among them. */
    async inForce(district: string): Promise<InForce[]> {
      const keys = [...new Set([district, city])].map(liveKey);
      const ids = (await table.getAll(keys)).flatMap((row) => (row ? [live().parse(row).id] : []));
      return Promise.all(ids.map(load));
    },

    /** The edition that said something, however long ago; none where the code has brought it along. */
    named: async (id: string): Promise<InForce[]> => (id === builtInId ? [] : [await load(id)]),

    async propose(found: Proposed, cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        { put: { ...editionKey(found.id), schema: 1, ...plain(found) }, when: ifAbsent },
        { put: outlineRow(found) },
      ]);
    },

    /** From now on it is in force; fails where another has become so meanwhile. */
    async approve(found: Proposed, cause: Cause): Promise<void> {
      const was = await pointer(found.district);
      const next = { ...liveKey(found.district), schema: 1, version: (was?.version ?? 0) + 1, id: found.id };
      await table.transact([
        ...markWrites(cause),
        { put: { ...editionKey(found.id), schema: 1, ...plain(found) }, when: ifVersion(found.version - 1) },
        { put: outlineRow(found) },
        { put: next, when: was ? ifVersion(was.version) : ifAbsent },
      ]);
    },

    history: historyFrom(table),
  };
}

/** The editions of a district, newest first. */
const historyFrom =
  (table: Pick<Table, 'query'>) =>
  async (
    district: string,
    { limit, after }: { limit: number; after: Position | undefined },
  ): Promise<Page<Outline>> => {
    const partition = historyOf(district);
    const start = after && { after: { pk: partition, sk: `E#${after[0]}#${after[1]}` } };
    const { rows, last } = await table.query({ partition, prefix: 'E#', newestFirst: true, limit, ...start });
    const items = rows.map((row) => outline().parse(row));
    const end = items.at(-1);
    return { items, nextCursor: last && end ? cursorOf([end.proposedAt.toISOString(), end.id]) : null };
  };

function outlineRow({ rules, ...said }: Proposed) {
  return { pk: historyOf(said.district), sk: placeOf(said), schema: 1, ...plain(said) };
}
