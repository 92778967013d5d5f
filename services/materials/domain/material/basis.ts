import type { Material, Version } from './material.ts';

/** One version of what a case can use; a licence has no file of its own. */
export type BasisVersion = Pick<Version, 'n' | 'state' | 'name' | 'validFrom' | 'validUntil'> & {
  sha256?: string | undefined;
};

/** What a case can use, and a line of an item's list be matched by: a document that somebody has uploaded, or a licence. */
export type Basis = Pick<Material, 'id' | 'version' | 'partyId' | 'type' | 'about' | 'createdAt'> & {
  versions: readonly BasisVersion[];
  licence?: true;
};
