import { bankFile, sha256, uploadId } from '../../support/bank-statements.ts';
import { plain, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const statement =
  (to: 'owed' | 'lying' | 'taken') =>
  ({ payments }: Hall): Promise<string> =>
    payments.statement(to);

export const statementAskings: Record<string, Asking> = {
  'GET /payments/reconciliations': { request: plain },
  'GET /payments/reconciliations/{id}': { prepare: statement('owed'), request: plain },
  'GET /payments/reconciliations/{id}/files/{revision}': {
    prepare: statement('taken'),
    path: 'files/1',
    request: plain,
  },
  'POST /payments/reconciliations/{id}/statement': {
    prepare: statement('owed'),
    path: 'statement',
    request: () => ({ body: { sha256, bytes: bankFile.length } }),
  },
  'POST /payments/reconciliations/{id}/statement/confirm': {
    prepare: statement('lying'),
    path: 'statement/confirm',
    request: () => ({ body: { uploadId, sha256 } }),
  },
};
