import type { EntryInput, relation } from './entry.ts';
import type * as z from 'zod';

/** Who may agree to something in the applicant's place: whoever else came with his papers may not. */
const speaking: ReadonlySet<z.infer<typeof relation>> = new Set([
  'self',
  'guardian',
  'legal-representative',
  'handler',
  'delegate',
]);

export interface AgreementFault {
  path: readonly string[];
  code: 'not-signed' | 'not-his-to-agree';
}

/** What keeps an entry from being an agreement: it is in writing, and the applicant's own or of who speaks for him. */
export function agreementFaults({ signatureKept, present }: EntryInput): AgreementFault[] {
  return [
    ...(signatureKept ? [] : [{ path: ['entry', 'signatureKept'], code: 'not-signed' as const }]),
    ...(present && !speaking.has(present.relation)
      ? [{ path: ['entry', 'present', 'relation'], code: 'not-his-to-agree' as const }]
      : []),
  ];
}
