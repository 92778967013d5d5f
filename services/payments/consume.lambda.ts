import { queueHandler } from '#shared/queue';
import { paymentsDeps } from './deps.ts';
import { subscriptions } from './subscriptions.ts';

export const handler = queueHandler(subscriptions, paymentsDeps());
