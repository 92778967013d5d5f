import type { Route } from '#shared/route';
import { byAllIds } from '#shared/merged-parties';
import type { MaterialsDeps } from './deps.ts';
import { disputeRoutes } from './routes/dispute.ts';
import { copyRoutes } from './routes/copy.ts';
import { grantRoutes } from './routes/grant.ts';
import { matchRoutes } from './routes/match.ts';
import { licenceRoutes } from './routes/licence.ts';
import { materialRoutes } from './routes/material.ts';
import { partRoutes } from './routes/parts.ts';
import { sharingRoutes } from './routes/sharing.ts';
import { useRoutes } from './routes/use.ts';

const tables: readonly Route<MaterialsDeps>[] = [
  ...useRoutes,
  ...copyRoutes,
  ...licenceRoutes,
  ...grantRoutes,
  ...materialRoutes,
  ...partRoutes,
  ...matchRoutes,
  ...sharingRoutes,
  ...disputeRoutes,
];

/** The routes of materials. */
export const routes = tables.map(byAllIds);
