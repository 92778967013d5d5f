import type { Item } from './item.ts';
import type { Offer } from './offer.ts';

/** That an item is offered no more, since when and why; and what takes its place. */
export interface ItemEnd {
  from: string;
  reason: string;
  successor?: { key: string; name: string; nameEn: string };
}

type Ending = Pick<Offer<Pick<Item, 'key' | 'name' | 'nameEn'>>, 'items' | 'withdrawn'>;

/** The end of an item; undefined while it is offered. What took its place may itself have ended: the next that is offered counts. */
export function endOfItem({ items, withdrawn }: Ending, key: string): ItemEnd | undefined {
  const ended = withdrawn.find((one) => one.key === key);
  if (!ended) return undefined;
  const passed = new Set([key]);
  let next = ended.successor;
  while (next !== undefined && !passed.has(next)) {
    passed.add(next);
    const known = next;
    const offered = items.find((one) => one.key === known);
    if (offered) {
      const { name, nameEn } = offered;
      return { from: ended.from, reason: ended.reason, successor: { key: known, name, nameEn } };
    }
    next = withdrawn.find((one) => one.key === known)?.successor;
  }
  return { from: ended.from, reason: ended.reason };
}
