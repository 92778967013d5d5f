import * as z from 'zod';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { once } from '#shared/once';

/** A party has at most so many ids: what is resolved on every read stays small. */
export const maxIds = 5;

/** A merge as every set keeps it; made from facts alone. */
export const mergeCopy = once(() => PartyMergedV1.data.extend({ sequence: z.int() }));
export type MergeCopy = z.infer<ReturnType<typeof mergeCopy>>;

/** All ids that a merge joins, each once. */
export const idsOf = ({ from, into }: Pick<MergeCopy, 'from' | 'into'>): string[] => [...new Set([into, ...from])];

/** The ids of one party, sorted; the first stands for it, whichever of them was asked for. */
export type Group = readonly [canonical: string, ...others: string[]];

/** The ids that merges join to `start`, a step further: those known and those that the merges of them name. */
export function widened(known: readonly string[], merges: readonly Pick<MergeCopy, 'from' | 'into'>[]): string[] {
  const all = new Set([...known, ...merges.flatMap(idsOf).toSorted()]);
  return [...all].slice(0, maxIds);
}

/** What was found, as a group. */
export function groupOf(start: string, found: readonly string[]): Group {
  const [canonical = start, ...others] = [...new Set([start, ...found])].toSorted();
  return [canonical, ...others];
}
