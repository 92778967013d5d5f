import { queueHandler } from '#shared/queue';
import { intakeDeps } from './deps.ts';
import { subscriptions } from './subscriptions.ts';

export const handler = queueHandler(subscriptions, intakeDeps());
