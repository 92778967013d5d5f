import type { Scope } from '#shared/access';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { MaterialsDeps } from '../deps.ts';
import type { CaseUse } from '../domain/use/use.ts';

type Deps = Pick<MaterialsDeps, 'parties'>;

/** Whose documents count for a case: its party's by all his ids, and those of whoever applied before that party was. */
export const ownersOf = ({ partyId, heldBy }: Pick<CaseUse, 'partyId' | 'heldBy'>, { parties }: Deps) =>
  parties.groups([partyId, ...(heldBy ? [heldBy] : [])]);

/** All ids of an owner whom a caller means; of himself they are known already. */
export const idsOfOwner = async ({ actor }: Scope, partyId: string, { parties }: Deps): Promise<readonly string[]> =>
  actor.ids?.includes(partyId) ? actor.ids : parties.group(partyId);

interface Sorted<Item> {
  limit: number;
  /** Where an item stands, as the cursors of its list say it. */
  positionOf: (item: Item) => Position;
  newestFirst: boolean;
}

/** One page of the lists of several ids: they are sorted alike, and a position in one of them is one in all. */
export function onePage<Item>(
  pages: readonly Page<Item>[],
  { limit, positionOf, newestFirst }: Sorted<Item>,
): Page<Item> {
  const [only, ...others] = pages;
  if (only && others.length === 0) return only;
  const sign = newestFirst ? -1 : 1;
  const sorted = pages
    .flatMap(({ items }) => items.map((item) => ({ item, place: positionOf(item) })))
    .toSorted((one, other) => sign * (one.place.join('#') < other.place.join('#') ? -1 : 1));
  const kept = sorted.slice(0, limit);
  const more = sorted.length > limit || pages.some(({ nextCursor }) => nextCursor !== null);
  const last = kept.at(-1);
  return { items: kept.map(({ item }) => item), nextCursor: more && last ? cursorOf(last.place) : null };
}
