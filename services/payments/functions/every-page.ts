import { readCursor, type Page } from '#shared/page';
import type { PageAt } from '#shared/record-page';

/** Every item of a list that stays short: what is open, not what there ever was. */
export async function everyPage<Item>(read: (at: PageAt) => Promise<Page<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  let after: PageAt['after'];
  do {
    const { items, nextCursor } = await read({ limit: 100, after });
    found.push(...items);
    const next = readCursor(nextCursor ?? undefined);
    if ('problem' in next) throw new Error('a cursor of our own cannot be read');
    after = next.after;
  } while (after);
  return found;
}
