import type { Channel, PublishedItem } from '../catalogue/item.ts';
import type { BundlePart } from './definition.ts';

/** Items of these parts that are not taken in by a channel; an item that names no channels is taken in by all. */
export function notInChannel(
  parts: readonly Pick<BundlePart, 'item'>[],
  items: ReadonlyMap<string, PublishedItem>,
  channel: Channel,
): PublishedItem[] {
  return parts.flatMap((part) => {
    const item = items.get(part.item);
    return item?.channels?.includes(channel) === false ? [item] : [];
  });
}
