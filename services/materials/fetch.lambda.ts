import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import { on, queueHandler } from '#shared/queue';
import { secretReader } from '#shared/secret';
import { fetchDeps } from './deps.ts';
import { exchange } from './exchange/exchange.ts';
import { fetchShared } from './functions/sharing/fetch-shared.ts';

export const handler = queueHandler(
  [on(SharedDataDueV1, 'materials.fetch-shared', fetchShared)],
  fetchDeps({ exchange, secretReader }),
);
