import type { Route } from '#shared/route';
import type { IntakeDeps } from './deps.ts';
import { acceptanceRoutes } from './routes/acceptance.ts';
import { caseRoutes } from './routes/case.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { reviewRoutes } from './routes/review.ts';

/** What halls and officers ask all day: the routes that a start reads. The others are loaded with the first call of any. */
export const firstRoutes: readonly Route<IntakeDeps>[] = [
  ...catalogueRoutes,
  ...caseRoutes,
  ...acceptanceRoutes,
  ...reviewRoutes,
];
