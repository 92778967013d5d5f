import type { Day } from '#shared/calendar';
import type { Overlay, PublishedItem } from './item.ts';
import type { Catalogue, Dated, PublishedLine, Withdrawal } from './line.ts';
import { isShorter } from './promise.ts';

/** What a set offers on one day: each item in one version. */
export interface Offer<One = PublishedLine> {
  version: number;
  departments: Catalogue['departments'];
  items: readonly One[];
  /** As they were published: which of them can be begun, `bundlesOffered` says. */
  bundles: Catalogue['bundles'];
  withdrawn: readonly Withdrawal[];
}

/** What holds on a day: of each item what was to hold by then, the latest of it; as it was published, without what the set adjusts. */
export function holdingOn({ version, departments, items, bundles, withdrawn }: Catalogue, day: Day): Offer {
  const latest = new Set<Dated>(latestOn([...items, ...withdrawn], day).values());
  const offered = items.filter((one) => latest.has(one));
  return {
    version,
    departments,
    items: offered,
    bundles,
    withdrawn: withdrawn.filter((one) => latest.has(one)),
  };
}

/** Of each item the turn that holds on a day, by its key. */
export function latestOn<One extends Dated>(turns: readonly One[], day: Day): Map<string, One> {
  const latest = new Map<string, One>();
  for (const turn of turns) {
    const held = latest.get(turn.key);
    if (turn.from <= day && (!held || isLater(turn, held))) latest.set(turn.key, turn);
  }
  return latest;
}

/** What is offered on a day. */
export function offeredOn(catalogue: Catalogue, day: Day): Offer {
  const holding = holdingOn(catalogue, day);
  return { ...holding, items: holding.items.map((item) => asOffered(item, catalogue)) };
}

type Adjustable = Pick<PublishedItem, 'key' | 'level' | 'promisedLimit' | 'channels' | 'adjusted'>;

/** An item as a set offers it: with what the set has adjusted of it. */
export function asOffered<One extends Adjustable>(item: One, { adjustments }: Pick<Catalogue, 'adjustments'>): One {
  const mine = adjustments.filter(({ key }) => key === item.key);
  if (mine.length === 0) return item;
  const { level, promisedLimit } = item;
  return { ...mine.reduce(adjusted, item), adjusted: { basis: mine.map(({ basis }) => basis), level, promisedLimit } };
}

/** 社区受理: an item that names no channel is taken in by all. */
export const isInCommunities = ({ channels }: Pick<Adjustable, 'channels'>): boolean =>
  channels?.includes('community') ?? true;

/** An adjustment only ever shortens and lowers: where its item has come to promise as much, it does nothing more. */
function adjusted<One extends Adjustable>(item: One, { promise, level, community }: Overlay): One {
  const { promisedLimit, channels } = item;
  const promised = { ...promisedLimit, ...promise };
  return {
    ...item,
    promisedLimit: isShorter(promised, promisedLimit) ? promised : promisedLimit,
    level: Math.max(item.level, level ?? 0),
    ...(channels && community && { channels: [...new Set([...channels, 'community' as const])] }),
  };
}

function isLater(one: Dated, other: Dated): boolean {
  return one.from === other.from ? one.version > other.version : one.from > other.from;
}
