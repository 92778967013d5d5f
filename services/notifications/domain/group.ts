import * as z from 'zod';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { once } from '#shared/once';

/** A party has at most so many ids: its city approves no more. */
const maxIds = 5;

/** 当事人合并 as notifications keeps it, made from facts alone. `sequence` is that of the last. */
export const mergeCopy = once(() => PartyMergedV1.data.extend({ sequence: z.int() }));
export type MergeCopy = z.infer<ReturnType<typeof mergeCopy>>;

/** All ids that a merge joins, each once. */
export const idsOf = ({ from, into }: Pick<MergeCopy, 'from' | 'into'>): string[] => [...new Set([into, ...from])];

/** What is known to be one party with what merges join to it, a step further. */
export function widened(known: readonly string[], merges: readonly Pick<MergeCopy, 'from' | 'into'>[]): string[] {
  return [...new Set([...known, ...merges.flatMap(idsOf).toSorted()])].slice(0, maxIds);
}
