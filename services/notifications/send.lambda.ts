import { sendDeps } from './deps.ts';
import { sendBatch } from './functions/sending/send-batch.ts';
import { configuredProviders } from './sending/configured.ts';

export const handler = sendBatch(sendDeps(configuredProviders));
