import { staff } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import { tooLong } from '../problems/figures.ts';
import * as schemas from '../schemas/figures.ts';

/** 统计: JSON, or CSV by `?format=csv` or `Accept: text/csv`. */
export const figureRoutes: readonly Route<NotificationsDeps>[] = [
  route({
    method: 'GET',
    path: '/notifications/figures',
    summary:
      'Read what was sent, delivered and read, and how long it took to hand over, by day, channel, provider and template, of at most 31 days',
    may: [staff('any-district', 'system-admin', 'supervisor', 'head')],
    query: schemas.figuresQuery,
    reply: { status: 200, schema: schemas.figuresReply, csv: true },
    refusals: [tooLong],
    run: onDemand(async () => (await import('../functions/figures/read-figures.ts')).readFigures),
  }),
];
