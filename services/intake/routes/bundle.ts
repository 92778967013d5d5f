import { anyone } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import { bundleUnknown } from '../problems/catalogue.ts';
import * as schemas from '../schemas/bundle.ts';

const key = { key: /^[a-z0-9-]{1,64}$/ };

/** 一件事: items that belong together, applied for with one form and one set of materials. */
export const bundleRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/bundles',
    summary: 'List the bundles that the set offers',
    may: [anyone],
    query: schemas.bundlesQuery,
    reply: { status: 200, schema: schemas.bundlePage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/bundle/show-bundles.ts')).listBundles),
  }),
  route({
    method: 'GET',
    path: '/intake/public/bundles/{key}',
    summary: 'Read the guide of a bundle: its items, one form, one list of materials, fees per item',
    may: [anyone],
    params: key,
    query: schemas.guideQuery,
    reply: { status: 200, schema: schemas.bundleGuide },
    refusals: [bundleUnknown],
    run: onDemand(async () => (await import('../functions/bundle/show-bundles.ts')).showBundle),
  }),
];
