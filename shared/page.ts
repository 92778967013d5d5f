import * as z from 'zod';
import { once } from '#shared/once';
import { problems } from '#shared/problem';
import { refuse, type HttpResponse, type Refusal } from '#shared/route';

/** The query of every list: `limit` 1-100, 20 by default, and the cursor of the page before. */
export const pageQuery = () => ({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(512).optional(),
});

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Reply schema of a list of these items. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

// As our keys are: visible ASCII, never empty. The database refuses to start from an empty key.
const part = (max: number) =>
  z
    .string()
    .regex(/^[\x20-\x7e]+$/)
    .max(max);
const position = once(() => z.tuple([part(200), part(100)]));
/** Where a page ended: the last row's sort key and id, nothing else; the partition comes from route and caller. */
export type Position = z.infer<ReturnType<typeof position>>;

/** A position as an opaque cursor. */
export function cursorOf(last: Position): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

/** Reads a cursor: where to go on, undefined at the start, or a refusal (400). */
export function readCursor(cursor: string | undefined): { after: Position | undefined } | Refusal {
  if (cursor === undefined) return { after: undefined };
  try {
    return { after: position().parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))) };
  } catch {
    return refuse(problems.invalidCursor);
  }
}

/** The reply of a list: a page from where the cursor leads, each item in outline. Refused where the cursor leads nowhere, or by the list itself. */
export async function listReply<Item>(
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  outline: (item: Item) => object,
  pageAt: (at: { limit: number; after: Position | undefined }) => Promise<Page<Item> | Refusal>,
): Promise<HttpResponse> {
  const read = readCursor(cursor);
  if ('problem' in read) return read;
  const page = await pageAt({ limit, after: read.after });
  if ('problem' in page) return page;
  return { status: 200, body: { items: page.items.map(outline), nextCursor: page.nextCursor } };
}
