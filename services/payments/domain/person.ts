/** A step as it is recorded: the account that took it, and the person behind it. Of an old one only the account is known. */
export interface Recorded {
  by: string;
  party?: string | undefined;
}

/** Who acts: his account, and who he is. */
export interface Acting {
  sub: string;
  partyId: string;
}

/** Who acts, as a step of his is recorded. */
export const recorded = ({ sub, partyId }: Acting): Required<Recorded> => ({ by: sub, party: partyId });

/** 经办与复核分离: the one rule of maker and checker. It is one person, though perhaps by another account of his. */
export const isSamePerson = ({ by, party }: Recorded, actor: Acting): boolean =>
  by === actor.sub || (party !== undefined && party === actor.partyId);

/** Who proposed something, where a record names him beside what he proposed. */
interface Proposed {
  proposedBy: string;
  proposedParty?: string | undefined;
}

export const proposer = ({ sub, partyId }: Acting): Required<Proposed> => ({ proposedBy: sub, proposedParty: partyId });

export const isProposer = ({ proposedBy, proposedParty }: Proposed, actor: Acting): boolean =>
  isSamePerson({ by: proposedBy, party: proposedParty }, actor);
