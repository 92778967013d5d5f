import type { EntryInput } from './entry.ts';

/** By what right somebody at a desk acts in a case: it is his, he holds an authority of its party's, or the party signed before the clerk. */
export type Entitled = { saw: 'identity' } | { saw: 'authority'; authorityId: string } | { saw: 'signature' };

/** Clerk-assisted: the party itself came, whose original document the clerk looked at and whose signature he keeps. */
export function isSigned({ documentsSeen, originalChecked, signatureKept, present }: EntryInput): boolean {
  const itself = present === undefined || (present.relation === 'self' && !present.document);
  return itself && documentsSeen.length > 0 && originalChecked && signatureKept;
}
