import { applicant } from '#shared/access';
import { onDemand, route, type Route } from '#shared/route';
import type { MaterialsDeps } from '../deps.ts';
import { namedInBody, onBehalf } from '../on-behalf.ts';
import { itemUnknown, noSuchSituation } from '../problems/match.ts';
import { notYours } from '../problems/material.ts';
import * as schemas from '../schemas/match.ts';

/** 免提交: what need not be brought again. */
export const matchRoutes: readonly Route<MaterialsDeps>[] = [
  route({
    method: 'POST',
    path: '/materials/match',
    summary: 'Hold what an item asks for against what an owner has: held, perhaps held, fetched by the office, missing',
    may: [applicant(2)],
    body: schemas.matchBody,
    reply: { status: 200, schema: schemas.matchReply },
    refusals: [itemUnknown, noSuchSituation, notYours],
    run: onBehalf(
      'keep',
      onDemand(async () => (await import('../functions/match/match-materials.ts')).matchMaterials),
      namedInBody,
    ),
  }),
];
