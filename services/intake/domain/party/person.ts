import * as z from 'zod';
import { once } from '#shared/once';

/** Who took a step: the account, and the person behind it, since maker and checker differ by person. */
export const person = once(() => z.object({ sub: z.string(), partyId: z.string() }));
export type Person = z.infer<ReturnType<typeof person>>;

/** A step that was recorded: of an old one only the account is known. */
interface Recorded {
  sub: string;
  partyId?: string | undefined;
}

/** The one rule of maker and checker: one person, though perhaps by another account. */
export function isSamePerson(one: Recorded, other: Person): boolean {
  return one.sub === other.sub || one.partyId === other.partyId;
}
