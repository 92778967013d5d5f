import type { Day } from '#shared/calendar';
import type { Catalogue, PublishedItem, Withdrawal } from './item.ts';

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

/** What is offered on a day: of each item what was to hold by then, the latest of it. */
export function offeredOn({ version, departments, items, bundles, withdrawn }: Catalogue, day: Day): Offer {
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

function isLater(one: Turn, other: Turn): boolean {
  return one.from === other.from ? one.version > other.version : one.from > other.from;
}
