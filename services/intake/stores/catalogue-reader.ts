import { dayOf } from '#shared/calendar';
import type { Key, Table } from '#shared/table';
import { item, type Item, type PublishedItem } from '../domain/catalogue/item.ts';
import type { Catalogue } from '../domain/catalogue/line.ts';
import { asOffered, latestOn } from '../domain/catalogue/offer.ts';
import {
  contentKey,
  leaf,
  leafOf,
  packedReader,
  piece,
  pieceKey,
  type LeafEntry,
  type Piece,
  type Root,
} from './catalogue-pieces.ts';

/** From when an item holds in one version, and where its content is. */
export type ItemTurn = Extract<LeafEntry['turns'][number], { content: string }>;
export const isItem = (turn: LeafEntry['turns'][number]): turn is ItemTurn => 'content' in turn;

type Places = readonly Pick<ItemTurn, 'key' | 'content'>[];

export type CatalogueReader = ReturnType<typeof catalogueReader>;

type Kind = Piece['of'];
const offered: readonly Kind[] = ['departments', 'items', 'bundles', 'withdrawn', 'adjustments'];

/** Reads of a version of the catalogue no more than is asked for, and each piece once. */
export function catalogueReader(table: Table) {
  const contents = packedReader(table, item, 300);
  const leaves = packedReader(table, leaf, 300);
  const pieces = packedReader(table, piece, 100);

  /** The lists of a version that are of these kinds; the others are left empty. */
  async function lists(root: Root, kinds: readonly Kind[]): Promise<Catalogue> {
    const found = await pieces(keysOf(kinds.flatMap((kind) => root[kind])));
    return {
      version: root.version,
      departments: found.flatMap((one) => (one.of === 'departments' ? one.all : [])),
      items: found.flatMap((one) => (one.of === 'items' ? one.all : [])),
      bundles: found.flatMap((one) => (one.of === 'bundles' ? one.all : [])),
      withdrawn: found.flatMap((one) => (one.of === 'withdrawn' ? one.all : [])),
      adjustments: found.flatMap((one) => (one.of === 'adjustments' ? one.all : [])),
      counts: Object.fromEntries(found.flatMap((one) => (one.of === 'counts' ? one.all : []))),
    };
  }

  /** Items as they were posted, in this order. */
  const whole = (places: Places): Promise<Item[]> =>
    contents(places.map(({ key, content }) => contentKey(key, content)));

  return {
    whole,
    /** All of a version but the contents of its items. */
    all: (root: Root) => lists(root, [...offered, 'counts']),
    /** What is needed to say what is offered. */
    offers: (root: Root) => lists(root, offered),
    departments: async (root: Root) => (await lists(root, ['departments'])).departments,
    bundles: async (root: Root) => (await lists(root, ['bundles'])).bundles,

    /** What a version says of some items; nothing of those that it does not know. */
    async entries(root: Root, keys: readonly string[]): Promise<LeafEntry[]> {
      const wanted = new Set(keys);
      const names = keys.flatMap((key) => root.leaves[leafOf(key, root.leaves.length)] ?? []);
      const found = await leaves(keysOf([...new Set(names)]));
      return found.flat().filter(({ key }) => wanted.has(key));
    },

    /** Items as a version offers them. */
    async offered(turns: readonly ItemTurn[], entries: readonly LeafEntry[]): Promise<PublishedItem[]> {
      const adjustments = entries.flatMap((one) => one.adjustments);
      const found = await whole(turns);
      return turns.flatMap(({ version, since, from }, n) => {
        const posted = found[n];
        return posted ? [asOffered({ ...posted, version, since, from }, { adjustments })] : [];
      });
    },
  };
}

const keysOf = (names: readonly string[]): Key[] => names.map(pieceKey);

/** A reader, the moment, and the version to read. */
export interface Reading {
  reader: CatalogueReader;
  now: () => Date;
  current: () => Promise<Root | undefined>;
}

/** What holds today, of what is said of some items. */
export const holdingOf = ({ now }: Pick<Reading, 'now'>, entries: readonly LeafEntry[]) =>
  latestOn(
    entries.flatMap(({ turns }) => turns),
    dayOf(now()),
  );
