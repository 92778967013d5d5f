import * as z from 'zod';
import { once } from '#shared/once';
import type { BundleDefinition } from '../bundle/definition.ts';
import { item, publishedItem, withdrawing, type department, type Overlay, type PublishedItem } from './item.ts';

/** What a line takes over of its item. */
export const told = once(() =>
  z.object(
    item().pick({
      key: true,
      name: true,
      nameEn: true,
      type: true,
      audience: true,
      department: true,
      level: true,
      kind: true,
      legalLimit: true,
      promisedLimit: true,
      codes: true,
      themes: true,
      keywords: true,
      channels: true,
      approvingBody: true,
      supervisingBody: true,
      situations: true,
      steps: true,
      jointDepartments: true,
      needs: true,
      creates: true,
    }).shape,
  ),
);

/** What lists, search and the rules of a catalogue know of an item. The rest is read where one item is opened. */
export const itemLine = once(() =>
  told().extend({
    /** Whether it has a form, and which fields of that are shared with other items, each with its type. */
    online: z.boolean(),
    shared: z.array(z.tuple([z.string(), z.string()])),
    /** Names the whole item: its hash. */
    content: z.string(),
    /** What the whole item takes as JSON. */
    bytes: z.int(),
  }),
);
export type ItemLine = z.infer<ReturnType<typeof itemLine>>;

/** The line of an item that is published: which version of it, with which catalogue, from which day. */
export const publishedLine = once(() => {
  const { version, since, from, adjusted } = publishedItem().shape;
  return itemLine().extend({ version, since, from, adjusted });
});
export type PublishedLine = z.infer<ReturnType<typeof publishedLine>>;

/** The end of an item from a day on, and what that was: nobody begins it again with more to bear than it had. */
export const withdrawal = once(() =>
  withdrawing().extend({ version: z.int(), since: z.int(), from: z.string(), last: publishedLine().optional() }),
);
export type Withdrawal = z.infer<ReturnType<typeof withdrawal>>;

/** An item's content from a day on, or its end. */
export type Turn<One extends Dated = PublishedLine> = One | Withdrawal;
export type Dated = Pick<PublishedItem, 'key' | 'version' | 'from'>;

/** All that a set has published and that holds or is to hold: an item may stand there once more, from a later day. */
export interface Catalogue {
  version: number;
  departments: z.infer<ReturnType<typeof department>>[];
  items: PublishedLine[];
  bundles: BundleDefinition[];
  withdrawn: Withdrawal[];
  /** What the set has adjusted; an item keeps its content, what is offered is made from both. */
  adjustments: Overlay[];
  /** The highest version that each item was given: a number is given once, even where it never came to hold. */
  counts: Record<string, number>;
}
