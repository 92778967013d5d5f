import type { Key, Write } from '#shared/table';
import type { Says } from '../domain/licence/says.ts';
import { licenceKey } from './licence-rows.ts';

export const saysPrefix = 'SAYS#';
export const saysKey = (licenceId: string, caseId: string): Key => ({
  pk: licenceKey(licenceId).pk,
  sk: `${saysPrefix}${caseId}`,
});

/** For the transaction that takes over the paper of an edition: what it says stands beside it. */
export const saysWrite = (licenceId: string, caseId: string, content: Says): Write => ({
  put: { ...saysKey(licenceId, caseId), schema: 1, caseId, ...content },
});
