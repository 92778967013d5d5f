import { httpHandler } from '#shared/http';
import { intakeDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';

export const handler = httpHandler(firstRoutes, intakeDeps(), async () => (await import('./api.ts')).routes);
