import { httpHandler } from '#shared/http';
import { routes } from './api.ts';
import { notificationsDeps } from './deps.ts';

export const handler = httpHandler(routes, notificationsDeps());
