import { queueHandler } from '#shared/queue';
import { closing } from './closing.ts';
import { closeDeps } from './deps.ts';

export const handler = queueHandler(closing, closeDeps());
