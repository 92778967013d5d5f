import { queueHandler } from '#shared/queue';
import { notificationsDeps } from './deps.ts';
import { subscriptions } from './subscriptions.ts';

export const handler = queueHandler(subscriptions, notificationsDeps());
