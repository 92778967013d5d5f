import { describe, expect, test } from 'vitest';
import { roles, type Post } from '#shared/actor';
import type { Asking } from './access/asking.ts';
import { callersOf, staffCaller, type Caller } from './access/callers.ts';
import type { Desk } from './access/applicants.ts';
import { openHall, type Hall } from './access/hall.ts';
import { readMatrix } from './access/matrix.ts';
import { askings } from './access/requests.ts';
import { services } from './docs/services.ts';
import { applicantActor } from './support/actors.ts';

const amr = { department: 'amr' };
/** What the words above each table of the matrix say: the posts of staff, and where the case was entered. */
const circumstances: Record<
  string,
  { post: Partial<Post>; entered?: Desk; drafts?: true; whole?: true; set?: string }
> = {
  Applicants: { post: amr, entered: 'online', whole: true },
  'Staff of the district': { post: amr, whole: true },
  'Staff of another district': { post: { ...amr, district: 'jinan' }, whole: true },
  'Staff of another department': { post: { department: 'ps' } },
  'Staff of the city, in the city': { post: { ...amr, district: 'fuzhou' }, set: 'fuzhou' },
  'Staff of a district, in the city': { post: amr, set: 'fuzhou' },
  'Applicants, in the city': { post: amr, entered: 'online', set: 'fuzhou' },
  "A draft of the applicant's own": { post: amr, entered: 'online', drafts: true },
  'A draft entered at the window': { post: amr, entered: 'window', drafts: true },
};

const sections = readMatrix().map((section) => {
  const found = circumstances[section.title];
  if (!found) throw new Error(`the matrix has a table that the test does not know: ${section.title}`);
  return { ...section, ...found };
});
const allRoutes = services.flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path}`));

const otherNames = new Set(
  services.flatMap(({ routes }) =>
    routes.filter(({ params }) => params?.['id']).map(({ method, path }) => `${method} ${path}`),
  ),
);

const wholeTitles = Object.keys(circumstances).filter((title) => circumstances[title]?.whole);

interface Circumstance {
  entered?: Desk | undefined;
  drafts?: true | undefined;
  /** The set that is asked; Gulou unless the table says otherwise. */
  set?: string | undefined;
}

/** What a caller gets on a route, in the words of the matrix, in a hall of his own. */
async function verdict(route: string, caller: Caller, circumstance: Circumstance): Promise<string> {
  const ask = await askable(route, { ...circumstance, entered: circumstance.entered ?? caller.desk });
  return ask(caller);
}

/** A hall in which a route can be asked, with what its path names. Who is refused leaves it as it is for the next one. */
async function askable(route: string, { entered = 'window', drafts, set }: Circumstance) {
  const asking = askingOf(route);
  const hall = await openHall(set);
  const state = asking.state && (drafts ? 'draft' : asking.state);
  const made = state ? await hall.caseIn(state, entered) : await asking.prepare?.(hall, entered);
  return askedIn(hall, route, made);
}

function askingOf(route: string): Asking {
  const asking = askings[route];
  if (!asking) throw new Error(`no asking for ${route}`);
  return asking;
}

/** Asks a route in a hall about what was made there. */
function askedIn(hall: Hall, route: string, made: string | undefined) {
  const asking = askingOf(route);
  const [method = '', template = ''] = route.split(' ');
  return async (caller: Caller): Promise<string> => {
    const { status } = await hall.ask({
      method,
      path: pathOf(template, made ?? '', asking),
      ...asking.request(caller.desk, caller.actor, made),
      ...(caller.actor && { actor: caller.actor }),
      ...(caller.expired && { exp: 1 }),
    });
    return status < 300 ? 'yes' : String(status);
  };
}

/** The path of a route with what was made for it in its names. */
function pathOf(route: string, id: string, { path, names = {} }: Asking): string {
  const template = route.replaceAll(/\{(\w+)\}/g, (all, name) => names[name] ?? all);
  if (path === undefined) return template.replace('{id}', id);
  return `${template.slice(0, template.indexOf('{id}'))}${id}/${path}`;
}

describe('the matrix', () => {
  test('has every route once in the tables of all callers, and no other', () => {
    for (const whole of wholeTitles) {
      const tables = sections.filter(({ title }) => title === whole);
      const named = tables.flatMap(({ rows }) => rows.map(({ route }) => route));
      expect([whole, ...named.toSorted()]).toEqual([whole, ...allRoutes.toSorted()]);
    }
    for (const { rows } of sections) expect(allRoutes).toEqual(expect.arrayContaining(rows.map(({ route }) => route)));
  });

  test('has a table for every circumstance', () => {
    expect(new Set(sections.map(({ title }) => title))).toEqual(new Set(Object.keys(circumstances)));
  });
});

describe.each(sections)('$area: $title', ({ callers, rows, post, ...circumstance }) => {
  test.each(rows)('$route', async ({ route, verdicts }) => {
    // Whoever may change something has a hall of his own; who reads or is refused leaves it as it is: those share one for each desk.
    const isRead = route.startsWith('GET ');
    const shared = new Map<Desk, ReturnType<typeof askable>>();
    const inShared = async (caller: Caller): Promise<string> => {
      const entered = circumstance.entered ?? caller.desk;
      const hall = shared.get(entered) ?? askable(route, { ...circumstance, entered });
      shared.set(entered, hall);
      return (await hall)(caller);
    };
    const found = await Promise.all(
      callers.map(async (column, n) => {
        const may = verdicts[n] === 'yes';
        const each = callersOf(column, callers, post).map((caller) =>
          may && !isRead ? verdict(route, caller, circumstance) : inShared(caller),
        );
        return [column, ...new Set(await Promise.all(each))].join(': ');
      }),
    );

    expect(found).toEqual(callers.map((column, n) => `${column}: ${verdicts[n]}`));
  });
});

describe('a post', () => {
  const open = new Set(allRoutes.filter((route) => route.includes('/public/')));
  /** What has to be made before it can be asked: a public route answers, and a name that is no UUID must be one that fits. */
  const isMade = (route: string) => open.has(route) || otherNames.has(route) || /\{(?!id\})/.test(route);

  const nowhere = '00000000-0000-4000-8000-000000000000';
  const notHeld = [{ until: '2026-08-03T09:00:00+08:00' }, { from: '2026-08-03T09:00:01+08:00' }];

  test('that has ended or has not begun is none', async () => {
    // Whoever may not ask is told so before anything is looked up: what a path names need not be there.
    const empty = await openHall();
    for (const route of allRoutes) {
      const ask = isMade(route) ? await askable(route, {}) : askedIn(empty, route, nowhere);
      const found = new Set<string>();
      for (const time of notHeld)
        for (const role of roles) found.add(await ask(staffCaller(role, { ...amr, ...time })));
      expect([route, ...found]).toEqual([route, open.has(route) ? 'yes' : '403']);
    }
  });

  test('in the token of a person or an organisation counts for nothing', async () => {
    for (const kind of ['person', 'organisation'] as const)
      for (const route of ['POST /intake/catalogue', 'GET /intake/tasks', 'POST /intake/applications/{id}/decide']) {
        const posts = roles.map((role) => ({ role, district: 'gulou', ...amr }));
        const caller: Caller = { actor: applicantActor('stranger', { kind, posts }), desk: 'window' };
        expect([route, await verdict(route, caller, {})]).toEqual([route, '403']);
      }
  });
});
