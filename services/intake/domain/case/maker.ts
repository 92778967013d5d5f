import { isSamePerson, type Known } from '../party/person.ts';

interface Maker {
  by: string;
  byParty?: string | undefined;
}

/** Who did something, by his account and as the person behind it. */
export const makerOf = ({ actor }: { actor: { sub: string; partyId: string } }): Required<Maker> => ({
  by: actor.sub,
  byParty: actor.partyId,
});

/** Maker ≠ checker by person: another account of the same person is the same person. */
export const isMaker = ({ by, byParty }: Maker, actor: Known): boolean =>
  isSamePerson({ sub: by, partyId: byParty }, actor);
