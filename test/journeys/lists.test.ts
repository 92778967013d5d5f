import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import { expectStatus, idOf, itemsOf, nextOf, pathOf, problem, submitted } from '../support/cases.ts';
import { entryAt } from '../support/entries.ts';
import { foodForm } from '../support/form.ts';
import { eventually, type Answer, type Caller } from '../support/hall.ts';
import { openJourney, type Journey } from '../support/journey.ts';

let journey: Journey;
let citizen: Caller;
let ids: string[];
beforeAll(async () => {
  journey = await openJourney();
  citizen = journey.hall.as('citizen-2');
  ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await submitted(citizen));
});
afterAll(() => journey?.stop());

type Ask = (query: string) => Promise<Answer>;
const lists: Record<string, Ask> = {
  mine: (query) => citizen.get(`/intake/applications?mine=true&${query}`),
  tasks: (query) => journey.hall.as('approver-amr').get(`/intake/tasks?department=amr&${query}`),
  inbox: (query) => citizen.get(`/notifications/inbox?${query}`, { set: 'fuzhou' }),
  items: (query) => journey.hall.anyone.get(`/intake/public/items?${query}`),
};
const nameOf = (one: Record<string, unknown>): unknown => one['id'] ?? one['key'];

const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** All pages of a list, each as the names on it. */
async function pagesOf(ask: Ask, limit: number): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let cursor = ''; ;) {
    const answer = await expectStatus(ask(`limit=${limit}${cursor}`), 200);
    pages.push(itemsOf(answer).map(nameOf));
    const next = nextOf(answer);
    if (next === null) return pages;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}

describe.each(Object.entries(lists))('%s', (name, ask) => {
  test('in pages of any size gives everything once, in one order', async () => {
    if (name === 'inbox')
      await eventually(
        () => ask('limit=100'),
        (answer) => itemsOf(answer).length >= ids.length,
      );
    const [whole = [], ...rest] = await pagesOf(ask, 100);
    expect(rest.flat()).toEqual([]);
    expect(whole.length).toBeGreaterThanOrEqual(ids.length);
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 2, 7].filter((size) => whole.length / size < 70)) {
      const pages = await pagesOf(ask, limit);
      expect(pages.flat()).toEqual(whole);
      expect(pages.every((page) => page.length <= limit)).toBe(true);
    }
  });

  test.each(['0', '101', '-1', '1.5', 'many', ''])('refuses the limit "%s"', async (limit) => {
    expect(await ask(`limit=${limit}`)).toMatchObject(problem(400, 'invalid-input'));
  });

  test('takes no forged cursor further than to its own rows', async () => {
    const [whole = []] = await pagesOf(ask, 100);
    const forged = [
      'nonsense',
      '%',
      json(null),
      json({ pk: 'PARTY#x' }),
      json(['', '']),
      json(['x', 'y']),
      json(['9999-12-31T00:00:00.000Z', `CASE#${ids[0]}`]),
      json([`PARTY#x`, 'CASE#x']),
      json(['\u0000', '\u{1f600}']),
      json(['a'.repeat(200), 'b'.repeat(100)]),
      json(['a'.repeat(2000), 'b']),
    ];
    for (const cursor of forged) {
      const answer = await ask(`cursor=${encodeURIComponent(cursor)}&limit=100`);
      if (answer.status === 200) expect(whole).toEqual(expect.arrayContaining(itemsOf(answer).map(nameOf)));
      else
        expect(answer, cursor).toMatchObject({
          status: 400,
          body: { code: expect.stringMatching(/^invalid-(cursor|input)$/) },
        });
    }
  });

  test('gives cursors that hold nothing of whose rows they are', async () => {
    const cursor = nextOf(await ask('limit=1')) ?? '';
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    expect(text).not.toMatch(/p_|PARTY|INBOX|TASK|amr/);
  });
});

test('a cursor of one caller leads another to nothing but his own', async () => {
  const cursor = nextOf(await lists['mine']!('limit=2')) ?? '';
  const answer = await journey.hall.as('citizen').get(`/intake/applications?mine=true&cursor=${cursor}`);
  expect(itemsOf(answer).filter(({ id }) => ids.includes(String(id)))).toEqual([]);
});

test('another department’s work list is not there', async () => {
  const answer = await journey.hall.as('approver-health').get('/intake/tasks?department=amr');
  expect(answer).toMatchObject(problem(404, 'not-found'));
});

test('a case moves from one work list to the next, and drafts stand in none', async () => {
  const clerk = journey.hall.as('clerk');
  const tasks = async (status: string) => {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const answer = await clerk.get(`/intake/tasks?department=amr&status=${status}&limit=100${cursor}`);
      found.push(...itemsOf(answer).map(({ id }) => String(id)));
      if (nextOf(answer) === null) return found;
      cursor = `&cursor=${nextOf(answer)}`;
    }
  };
  const document = findAccount('citizen')?.document;
  const body = { itemKey: 'food-business-licence', form: foodForm, channel: 'window', entry: entryAt.window };
  const made = await clerk.post('/intake/applications', { ...body, applicant: { kind: 'person', document } });
  const id = idOf(made);
  expect(await tasks('submitted')).not.toContain(id);
  await expectStatus(clerk.post(`${pathOf(id)}/submit`, {}), 200);
  expect(await tasks('submitted')).toContain(id);
  await expectStatus(clerk.post(`${pathOf(id)}/accept`, {}), 200);
  expect(await tasks('submitted')).not.toContain(id);
  expect(await tasks('accepted')).toContain(id);
  expect(await clerk.get('/intake/tasks?department=amr&status=draft')).toMatchObject(problem(400, 'invalid-input'));
});
