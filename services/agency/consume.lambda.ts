import { queueHandler } from '#shared/queue';
import { agencyDeps } from './deps.ts';
import { subscriptions } from './subscriptions.ts';

export const handler = queueHandler(subscriptions, agencyDeps());
