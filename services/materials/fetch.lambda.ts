import { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { secretReader } from '#shared/secret';
import { fetchDeps } from './deps.ts';
import { exchange } from './exchange/exchange.ts';
import { fillForm } from './functions/sharing/fill-form.ts';
import { fetchShared } from './functions/sharing/fetch-shared.ts';

export const handler = queueHandler(
  [on(SharedDataDueV1, 'materials.fetch-shared', fetchShared), on(PrefillDueV1, 'materials.fill-form', fillForm)],
  fetchDeps({ exchange, secretReader, openBucket }),
);
