import { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import { on, queueHandler } from '#shared/queue';
import { batchDeps } from './deps.ts';
import { runBatch } from './functions/batch/run-batch.ts';

export const handler = queueHandler([on(BatchChangedV1, 'notifications.run-batch', runBatch)], batchDeps());
