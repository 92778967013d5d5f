import type { Channel, Item, PublishedItem } from '../catalogue/item.ts';
import type { BundlePart } from './definition.ts';

/** Whether an item is taken in by a channel; one that names no channels is taken in by all. */
export const isTakenIn = ({ channels }: Pick<Item, 'channels'>, channel: Channel): boolean =>
  channels?.includes(channel) !== false;

/** Items of these parts that are not taken in by a channel. */
export function notInChannel(
  parts: readonly Pick<BundlePart, 'item'>[],
  items: ReadonlyMap<string, PublishedItem>,
  channel: Channel,
): PublishedItem[] {
  return parts.flatMap((part) => {
    const item = items.get(part.item);
    return item && !isTakenIn(item, channel) ? [item] : [];
  });
}
