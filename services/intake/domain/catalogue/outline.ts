import * as z from 'zod';
import { once } from '#shared/once';
import { bundled } from '../bundle/bundled.ts';
import { catalogueInput, type Item } from './item.ts';
import { itemLine, told, type ItemLine } from './line.ts';

/** Where the whole of an item is, and how much that is. */
export type Kept = Pick<ItemLine, 'content' | 'bytes'>;

export function lineOf(whole: Item, kept: Kept): ItemLine {
  const { online, shared } = bundled(whole);
  return { ...told().parse(whole), online, shared, ...kept };
}

/** What an edition, or a part of one, says: with a line for each of its items. */
export const outline = once(() => {
  const { items, parts, ...rest } = catalogueInput().shape;
  return z.object({ ...rest, items: z.array(itemLine()) });
});
export type Outline = z.infer<ReturnType<typeof outline>>;
