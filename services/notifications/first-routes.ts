import type { Route } from '#shared/route';
import type { NotificationsDeps } from './deps.ts';
import { contactRoutes } from './routes/contact.ts';
import { inboxRoutes } from './routes/inbox.ts';

/** What parties ask all day: the routes that a start reads. The others are loaded with the first call of any. */
export const firstRoutes: readonly Route<NotificationsDeps>[] = [...inboxRoutes, ...contactRoutes];
