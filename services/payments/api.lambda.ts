import { httpHandler } from '#shared/http';
import { paymentsDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';

export const handler = httpHandler(firstRoutes, paymentsDeps(), async () => (await import('./api.ts')).routes);
