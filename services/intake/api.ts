import type { Route } from '#shared/route';
import type { IntakeDeps } from './deps.ts';
import { firstRoutes } from './first-routes.ts';
import { byPerson } from './by-person.ts';
import { archiveRoutes } from './routes/archive.ts';
import { bundleRoutes } from './routes/bundle.ts';
import { adjustmentRoutes } from './routes/adjustment.ts';
import { editionRoutes } from './routes/edition.ts';
import { clockRoutes } from './routes/clock.ts';
import { documentRoutes } from './routes/document.ts';
import { commitmentRoutes } from './routes/commitment.ts';
import { followUpRoutes } from './routes/follow-up.ts';
import { deliveryRoutes } from './routes/delivery.ts';
import { materialRoutes } from './routes/material.ts';
import { feeRoutes } from './routes/fee.ts';
import { partyRoutes } from './routes/party.ts';
import { publicityRoutes } from './routes/publicity.ts';
import { stageRoutes } from './routes/stage.ts';
import { trackingRoutes } from './routes/tracking.ts';
import { supervisionRoutes } from './routes/supervision.ts';

/** Intake's routes, by area: dispatch, access table, matrix and OpenAPI are made from this list. */
export const routes: readonly Route<IntakeDeps>[] = [
  ...firstRoutes,
  ...[
    ...editionRoutes,
    ...adjustmentRoutes,
    ...followUpRoutes,
    ...commitmentRoutes,
    ...clockRoutes,
    ...materialRoutes,
    ...feeRoutes,
    ...partyRoutes,
    ...documentRoutes,
    ...trackingRoutes,
    ...deliveryRoutes,
    ...publicityRoutes,
    ...archiveRoutes,
    ...bundleRoutes,
    ...stageRoutes,
    ...supervisionRoutes,
  ].map(byPerson),
];
