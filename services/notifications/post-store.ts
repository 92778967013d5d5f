import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import type { Row, Table } from '#shared/table';
import { countWrites, lineRow, linesOf, type Found, type Wanted } from './stores/lines.ts';
import { nameOf, postMessages, toldRoles, type PostLine, type Told } from './domain/post-line.ts';

const storedLine = once(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    post: z.object({ district: z.string(), role: z.enum(toldRoles), department: z.string().optional() }),
    caseId: z.string().optional(),
    problemId: z.string().optional(),
    consultationId: z.string().optional(),
    message: z.enum(postMessages),
    department: z.string(),
    dueAt: z.string().optional(),
    task: z.int().optional(),
  }),
);

export const postPartition = (post: Told) => `POST#${nameOf(post)}`;

/** The inboxes of posts: one line for each fact that whoever holds the post must know of. */
export function postInboxStore(table: Pick<Table, 'query' | 'transact'>) {
  return {
    async add(line: PostLine, cause: Cause): Promise<void> {
      const counted = countWrites([{ ...line, district: line.post.district }]);
      await table.transact([...markWrites(cause), { put: lineRow(postPartition(line.post), line) }, ...counted]);
    },

    /** The lines of some posts together, newest first. Few people hold more than two: each costs a read. */
    inbox(posts: readonly Told[], page: Wanted): Promise<Page<Found<PostLine>>> {
      const partitions = posts.map(postPartition);
      const lines = { partitions, lineIn: (row: Row) => storedLine().parse(row) };
      return linesOf(table, lines, page);
    },
  };
}
