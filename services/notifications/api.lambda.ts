import { httpHandler } from '#shared/http';
import { notificationsDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';

export const handler = httpHandler(firstRoutes, notificationsDeps(), async () => (await import('./api.ts')).routes);
