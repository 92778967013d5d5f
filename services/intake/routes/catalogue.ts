import { anyone } from '#shared/access';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import * as catalogueProblems from '../problems/catalogue.ts';
import * as schemas from '../schemas/catalogue.ts';

const key = { key: /^[a-z0-9-]{1,64}$/ };

/** 事项: what a set offers, for everybody to read. */
export const catalogueRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/public/items',
    summary: 'Find service items',
    may: [anyone],
    query: schemas.itemQuery,
    reply: { status: 200, schema: schemas.itemPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/catalogue/browse-items.ts')).listItems),
  }),
  route({
    method: 'GET',
    path: '/intake/public/themes',
    summary: 'List the themes under which items are found, with how many there are',
    may: [anyone],
    reply: { status: 200, schema: schemas.themeList },
    run: onDemand(async () => (await import('../functions/catalogue/list-themes.ts')).listThemes),
  }),
  route({
    method: 'GET',
    path: '/intake/public/items/{key}',
    summary: 'Read the guide of an item, with its form',
    may: [anyone],
    params: key,
    reply: { status: 200, schema: schemas.itemReply },
    refusals: [catalogueProblems.itemUnknown],
    run: onDemand(async () => (await import('../functions/catalogue/browse-items.ts')).showItem),
  }),
  route({
    method: 'GET',
    path: '/intake/public/items/{key}/requirements',
    summary: 'Read what an item asks for, by situation; what sharing provides is not asked (证明事项清单)',
    may: [anyone],
    params: key,
    query: schemas.requirementsQuery,
    reply: { status: 200, schema: schemas.requirements },
    refusals: [catalogueProblems.itemUnknown],
    run: onDemand(async () => (await import('../functions/catalogue/show-requirements.ts')).showRequirements),
  }),
];
