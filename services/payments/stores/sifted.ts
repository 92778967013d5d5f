import { cursorOf, type Page, type Position } from '#shared/page';
import type { PageAt } from '#shared/record-page';

/** How many pages are looked through for one: what is looked for may be rare among what stands there. */
const mostPages = 5;

interface Sieve<Item> extends PageAt {
  fits: (one: Item) => boolean;
  /** By what the list is sorted. */
  placeOf: (one: Item) => string;
}

/** A page of those that fit. It is short, with a cursor, where too many do not. */
export async function sifted<Item extends { id: string }>(
  read: (at: PageAt) => Promise<Page<Item>>,
  { limit, after, fits, placeOf }: Sieve<Item>,
): Promise<Page<Item>> {
  const positionOf = (one: Item): Position => [placeOf(one), one.id];
  const found: Item[] = [];
  let from = after;
  let isMore = true;
  for (let n = 0; n < mostPages && isMore && found.length <= limit; n++) {
    const page = await read({ limit: 100, after: from });
    found.push(...page.items.filter(fits));
    isMore = page.nextCursor !== null;
    const last = page.items.at(-1);
    if (last) from = positionOf(last);
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  if (found.length > limit && last) return { items: shown, nextCursor: cursorOf(positionOf(last)) };
  return { items: shown, nextCursor: isMore && from ? cursorOf(from) : null };
}
