import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Table } from '#shared/table';
import { nameOf, postMessages, toldRoles, type PostLine, type Told } from './domain/post-line.ts';

const storedLine = once(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    post: z.object({ district: z.string(), role: z.enum(toldRoles), department: z.string().optional() }),
    caseId: z.string(),
    message: z.enum(postMessages),
    department: z.string(),
    dueAt: z.string().optional(),
    task: z.int().optional(),
  }),
);

const partitionOf = (post: Told) => `POST#${nameOf(post)}`;
const placeOf = ({ at, id }: Pick<PostLine, 'at' | 'id'>) => `${at}#${id}`;

/** The inboxes of posts: one line for each fact that whoever holds the post must know of. */
export function postInboxStore(table: Pick<Table, 'query' | 'transact'>) {
  return {
    async add(line: PostLine, cause: Cause): Promise<void> {
      const put = { pk: partitionOf(line.post), sk: placeOf(line), schema: 1, ...line };
      await table.transact([...markWrites(cause), { put }]);
    },

    /** The lines of some posts together, newest first. Few people hold more than two: each costs a read. */
    async inbox(
      posts: readonly Told[],
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<PostLine>> {
      const pages = await Promise.all(posts.map((post) => pageOf(post, { limit, after })));
      const sorted = pages.flatMap(({ lines }) => lines).toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const items = sorted.slice(0, limit);
      const end = items.at(-1);
      const more = sorted.length > limit || pages.some(({ last }) => last);
      return { items, nextCursor: more && end ? cursorOf([end.at, end.id]) : null };
    },
  };

  async function pageOf(post: Told, { limit, after }: { limit: number; after: Position | undefined }) {
    const partition = partitionOf(post);
    const start = after && { after: { pk: partition, sk: `${after[0]}#${after[1]}` } };
    const { rows, last } = await table.query({ partition, newestFirst: true, limit, ...start });
    return { lines: rows.map((row) => storedLine().parse(row)), last };
  }
}
