import type { Day } from '#shared/calendar';
import type { Catalogue, Overlay, PublishedItem, Withdrawal } from './item.ts';
import { isShorter } from './promise.ts';

/** What a set offers on one day: each item in one version. */
export interface Offer {
  version: number;
  departments: Catalogue['departments'];
  items: readonly PublishedItem[];
  bundles: Catalogue['bundles'];
  withdrawn: readonly Withdrawal[];
}

/** An item's content from a day on, or its end. */
export type Turn = PublishedItem | Withdrawal;

/** What holds on a day: of each item what was to hold by then, the latest of it; as it was published, without what the set adjusts. */
export function holdingOn({ version, departments, items, bundles, withdrawn }: Catalogue, day: Day): Offer {
  const latest = new Map<string, Turn>();
  for (const turn of [...items, ...withdrawn]) {
    const held = latest.get(turn.key);
    if (turn.from <= day && (!held || isLater(turn, held))) latest.set(turn.key, turn);
  }
  const holds = (turn: Turn) => latest.get(turn.key) === turn;
  const offered = items.filter(holds);
  const keys = new Set(offered.map(({ key }) => key));
  // A bundle is offered while each of its items is.
  const whole = bundles.filter(({ parts }) => parts.every(({ item }) => keys.has(item)));
  return { version, departments, items: offered, bundles: whole, withdrawn: withdrawn.filter(holds) };
}

/** What is offered on a day. */
export function offeredOn(catalogue: Catalogue, day: Day): Offer {
  const holding = holdingOn(catalogue, day);
  return { ...holding, items: holding.items.map((item) => asOffered(item, catalogue)) };
}

/** An item as a set offers it: with what the set has adjusted of it. */
export function asOffered(item: PublishedItem, { adjustments }: Pick<Catalogue, 'adjustments'>): PublishedItem {
  const mine = adjustments.filter(({ key }) => key === item.key);
  if (mine.length === 0) return item;
  const { level, promisedLimit } = item;
  return { ...mine.reduce(adjusted, item), adjusted: { basis: mine.map(({ basis }) => basis), level, promisedLimit } };
}

/** An adjustment only ever shortens and lowers: where its item has come to promise as much, it does nothing more. */
function adjusted(item: PublishedItem, { promise, level, community }: Overlay): PublishedItem {
  const { promisedLimit, channels } = item;
  const promised = { ...promisedLimit, ...promise };
  return {
    ...item,
    promisedLimit: isShorter(promised, promisedLimit) ? promised : promisedLimit,
    level: Math.max(item.level, level ?? 0),
    ...(channels && community && { channels: [...new Set([...channels, 'community' as const])] }),
  };
}

function isLater(one: Turn, other: Turn): boolean {
  return one.from === other.from ? one.version > other.version : one.from > other.from;
}
