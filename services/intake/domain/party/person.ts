import * as z from 'zod';
import { once } from '#shared/once';

/** Who took a step: the account, and the person behind it, since maker and checker differ by person. */
export const person = once(() => z.object({ sub: z.string(), partyId: z.string() }));
export type Person = z.infer<ReturnType<typeof person>>;

/** Who acts now, with every id by which the merges that stand know him. What is recorded of him is never these. */
export type Known = Person & { ids?: readonly string[] | undefined };

/** A step that was recorded: of an old one only the account is known. */
interface Recorded {
  sub: string;
  partyId?: string | undefined;
}

/** The one rule of maker and checker: one person, though perhaps by another account or another document of his. */
export function isSamePerson(one: Recorded, other: Known): boolean {
  return one.sub === other.sub || (one.partyId !== undefined && idsOf(other).includes(one.partyId));
}

/** Every id of who acts. */
export const idsOf = ({ partyId, ids }: Pick<Known, 'partyId' | 'ids'>): readonly string[] => ids ?? [partyId];

/** Who acts as he is recorded: merges are resolved when somebody asks, never written down. */
export const recorded = ({ sub, partyId }: Person): Person => ({ sub, partyId });
