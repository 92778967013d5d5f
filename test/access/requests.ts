import type { Asking } from './asking.ts';
import { caseAskings } from './requests/case.ts';
import { catalogueAskings } from './requests/catalogue.ts';
import { notificationsAskings } from './requests/notifications.ts';

/** One asking for each route, by area; a new route is added there and in `matrix/`. */
export const askings: Record<string, Asking> = { ...caseAskings, ...catalogueAskings, ...notificationsAskings };
