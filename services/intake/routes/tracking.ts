import { anyone } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import { notTracked, tooManyTries, trackedElsewhere } from '../problems/tracking.ts';
import * as schemas from '../schemas/tracking.ts';

/** 办件查询: where a case stands, for whoever holds its receipt. */
export const trackingRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/track/{number}',
    summary: 'See where a case stands by its number and the code on the receipt; nothing personal is shown',
    may: [anyone],
    params: { number: /^[0-9A-Za-z]{43}$/ },
    query: schemas.trackQuery,
    reply: { status: 200, schema: schemas.trackReply },
    refusals: [notTracked, trackedElsewhere, tooManyTries],
    run: onDemand(async () => (await import('../functions/tracking/track-case.ts')).trackCase),
  }),
];
