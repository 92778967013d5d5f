import type { Route } from '#shared/route';
import type { NotificationsDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';
import { batchRoutes } from './routes/batch.ts';
import { editionRoutes } from './routes/edition.ts';
import { figureRoutes } from './routes/figures.ts';
import { sendingRoutes } from './routes/sending.ts';

/** The routes of notifications. */
export const routes: readonly Route<NotificationsDeps>[] = [
  ...firstRoutes,
  ...editionRoutes,
  ...batchRoutes,
  ...sendingRoutes,
  ...figureRoutes,
];
