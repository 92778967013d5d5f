import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { statementDeps } from './deps.ts';
import { matchBank } from './functions/statement/match-bank.ts';
import { matchStatement } from './functions/statement/match-statement.ts';
import { readerOf } from './statements/readers.ts';

export const handler = queueHandler(
  [
    on(ReconciliationChangedV1, 'payments.match-statement', matchStatement),
    on(ReconciliationChangedV1, 'payments.match-bank', matchBank),
  ],
  statementDeps({ openBucket, readerOf }),
);
