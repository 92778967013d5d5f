import { queueHandler } from '#shared/queue';
import { materialsDeps } from './deps.ts';
import { subscriptions } from './subscriptions.ts';

export const handler = queueHandler(subscriptions, materialsDeps());
