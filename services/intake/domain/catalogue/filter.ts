import type { Item } from './item.ts';

export interface ItemFilter {
  audience?: string | undefined;
  department?: string | undefined;
  theme?: string | undefined;
  channel?: string | undefined;
}

/** What items are found by beside words. */
export type Filed = Pick<Item, 'audience' | 'department' | 'themes' | 'channels'>;

/** Items for an audience, of a department, under a theme or in a channel, in the order of the catalogue. */
export function fittingItems<One extends Filed>({ items }: { items: readonly One[] }, filter: ItemFilter): One[] {
  const { audience, department, theme, channel } = filter;
  return items.filter(
    (item) =>
      (!audience || item.audience.some((one) => one === audience)) &&
      (!department || item.department === department) &&
      (!theme || item.themes?.includes(theme)) &&
      // An item that names no channel is taken in by all of them.
      (!channel || !item.channels || item.channels.some((one) => one === channel)),
  );
}
