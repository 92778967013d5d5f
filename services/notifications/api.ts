import type { Route } from '#shared/route';
import type { NotificationsDeps } from './deps.ts';
import { batchRoutes } from './routes/batch.ts';
import { contactRoutes } from './routes/contact.ts';
import { editionRoutes } from './routes/edition.ts';
import { figureRoutes } from './routes/figures.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { sendingRoutes } from './routes/sending.ts';

/** The routes of notifications. */
export const routes: readonly Route<NotificationsDeps>[] = [
  ...inboxRoutes,
  ...contactRoutes,
  ...editionRoutes,
  ...batchRoutes,
  ...sendingRoutes,
  ...figureRoutes,
];
