// Not for deployed stacks: it leaves odd drafts behind. It also reads the local cloud's logs.
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes as intake } from '../../services/intake/api.ts';
import { routes as notifications } from '../../services/notifications/api.ts';
import { accepted, draft, foodItem, submitted } from '../support/cases.ts';
import { bodiesFor, headers, hostile, queries } from '../support/hostile.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

const accounts = [
  'company',
  'citizen',
  'clerk',
  'approver-amr',
  'head-amr',
  'lead-amr',
  'supervisor',
  'publisher',
  'editor',
  'kiosk',
  'hotline',
  'finance',
  'approver-amr.jinan',
  'clerk.city',
];

const fits = (role: string, account: string): boolean =>
  account.startsWith(role) || (role === 'window' && account === 'clerk') || `catalogue-${account}` === role;
const places = ['/', '/health', '/districts', '/docs', '/docs/x', '/intake', '/intake/public', '/nowhere/public/x'];

const routes = [...intake, ...notifications].map(({ method, path, may, reply }) => ({
  method,
  creates: reply.status === 201,
  path,
  fitting: may.flatMap((way) =>
    'roles' in way ? accounts.filter((one) => way.roles.some((role) => fits(role, one))) : ['company'],
  ),
}));

let journey: LocalJourney;
let ids: string[];
const tokens: Record<string, string> = { broken: 'a.b.c', long: 'x'.repeat(6000), none: '' };
beforeAll(async () => {
  journey = await startLocalJourney({ copies: 4 });
  const { hall, token } = journey;
  const company = hall.as('company');
  ids = [await draft(company), await submitted(company), (await accepted(hall, company)).id];
  for (const account of accounts) tokens[account] = await token(account);
  tokens['expired'] = await token('company', { expiresIn: -1 });
  tokens['weak'] = await token('company', { claims: { assurance: 1 } });
});
afterAll(() => journey?.stop());

interface Shot {
  method: string;
  path: string;
  set: string;
  query: string;
  body: string;
  headers: Record<string, string>;
  account: string;
}

const often = <Value>(value: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });

/** A path of the template: real ids by their number, random and hostile ones besides. */
function pathOf(template: string, [which, text]: [number, string]): string {
  const known: Record<string, string[]> = { id: ids, key: [foodItem, 'signboard'] };
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const values = known[name] ?? [];
    return values[which] ?? encodeURIComponent(text.toWellFormed());
  });
}

interface Aim {
  method: string;
  path: string;
  fitting: readonly string[];
}

const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
const part = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.oneof(hostile, fc.uuid()));
const homeOf = (path: string): string => (/^\/(materials|notifications|payments)\b/.test(path) ? 'fuzhou' : 'gulou');

const loaded = (path: string) => ({ query: queries, body: bodiesFor(path), headers });

/** A request that surely comes to its route, whatever is wrong with it otherwise. */
const straightAt = ({ method, path, fitting }: Aim): fc.Arbitrary<Shot> =>
  fc.record({
    method: fc.constant(method),
    path: fc.integer({ min: 0, max: 1 }).map((which) => pathOf(path, [which, '1'])),
    set: fc.constant(homeOf(path)),
    ...loaded(path),
    account: fc.constantFrom(...fitting),
  });

const shotAt = ({ method, path, fitting }: Aim): fc.Arbitrary<Shot> =>
  fc.record({
    method: often<string>(method, methods),
    path: part.chain((one) =>
      often(
        pathOf(path, one),
        hostile.map((end) => `${path}/${encodeURIComponent(end.toWellFormed())}`),
      ),
    ),
    set: homeOf(path) === 'fuzhou' ? fc.constant('fuzhou') : often('gulou', fc.constantFrom('fuzhou', 'jinan')),
    ...loaded(path),
    account: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...fitting) },
      { weight: 1, arbitrary: fc.constant('').chain(() => fc.constantFrom(...Object.keys(tokens))) },
    ),
  });

const drafts = '/intake/applications';
const shots: fc.Arbitrary<Shot> = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom(...routes) },
    { weight: 2, arbitrary: fc.constantFrom(...routes.filter(({ creates }) => creates)) },
    // Most of what may be created needs more than chance gives; a draft does not.
    { weight: 3, arbitrary: fc.constantFrom(...routes.filter(({ creates, path }) => creates && path === drafts)) },
    fc.record({ method: methods, path: fc.constantFrom(...places), fitting: fc.constant(['company']) }),
  )
  .chain(shotAt);

const volleys = fc.array(shots, { minLength: 8, maxLength: 8 });

const seen = new Map<number, number>();

async function fire({ method, path, set, query, body, headers: given, account }: Shot): Promise<string | undefined> {
  const reply = await fetch(`${journey.cloud.base(set)}${path}${query && `?${query}`}`, {
    method,
    headers: { ...given, ...(tokens[account] && { Authorization: `Bearer ${tokens[account]}` }) },
    ...(!['GET', 'HEAD'].includes(method) && { body }),
    redirect: 'manual',
  });
  const text = await reply.text();
  seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1);
  if (reply.status === 201) ids = [...ids.slice(-9), ...(JSON.parse(text).id ? [JSON.parse(text).id] : [])];
  if (reply.status >= 500) return `a ${reply.status}: ${text}`;
  if (reply.status < 400 || method === 'HEAD') return undefined;
  const type = reply.headers.get('content-type');
  if (type !== 'application/problem+json') return `a ${reply.status} of type ${type}: ${text}`;
  const { status, code, title } = JSON.parse(text);
  const clear = status === reply.status && /^[a-z-]+$/.test(code) && title !== '';
  return clear ? undefined : `a ${reply.status} that says ${text}`;
}

async function holdsAgainst(volley: readonly Shot[]) {
  const faults = await Promise.all(volley.map(fire));
  const found = faults.flatMap((fault, n) => (fault ? [{ fault, shot: volley[n] }] : []));
  expect(found).toEqual([]);
}

test('whatever is sent to any route, no answer is a 5xx, and every 4xx is a problem with a code', async () => {
  // Chance alone leaves some route out in one run of three.
  for (let at = 0; at < routes.length; at += 8) {
    const [volley = []] = fc.sample(fc.tuple(...routes.slice(at, at + 8).map(straightAt)), 1);
    await holdsAgainst(volley);
  }
  await fc.assert(
    fc.asyncProperty(volleys, holdsAgainst),
    // Shots change the cases they hit, so a smaller volley tells nothing.
    { numRuns: 260, endOnFailure: true },
  );
});

test('every route was reached, with all kinds of answers', () => {
  const reached = new Set(journey.cloud.logs().flatMap(({ text }) => /"route":"([^"]+)"/.exec(text)?.[1] ?? []));
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((name) => !reached.has(name))).toEqual([]);
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 405]));
});

test('nothing was broken by it: no function died, nothing is among the dead letters', async () => {
  const { cloud } = journey;
  await cloud.settle();
  const { functions, queues } = cloud.counters();
  // An authorizer refuses by throwing.
  const failed = Object.entries(functions).filter(([name, { failures }]) => !name.includes('Authorizer') && failures);
  expect(failed).toEqual([]);
  expect(Object.entries(queues).filter(([, { ready }]) => ready > 0)).toEqual([]);
});
