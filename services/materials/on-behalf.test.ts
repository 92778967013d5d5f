import { beforeEach, expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import { fileOf, openLibrary } from '../../test/support/library.ts';
import { authorityFact } from '../../test/support/parties.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { fc } from '../../test/support/property.ts';

const handler = applicantActor('handler');
const whole = { scope: { items: ['*'] } };
const bytes = pdfOf('articles');

let world: ReturnType<typeof openLibrary>;
let theirs: string;
beforeEach(async () => {
  world = openLibrary();
  theirs = await world.atHand(pdfOf('lease'), { type: 'lease' });
});

const declare = (actor = handler) =>
  world.send('POST', '/materials', { actor, body: { type: 'articles', partyId: 'p_company', ...fileOf(bytes) } });
const ask = async (method: string, path: string, rest: { body?: object; query?: Record<string, string> } = {}) =>
  (await world.send(method, path, { actor: handler, ...rest })).status;
const ofCompany = { query: { partyId: 'p_company' } };
/** What only an authority for everything opens, and what none does. */
const keeping = async () => [
  await ask('GET', '/materials', ofCompany),
  await ask('POST', `/materials/${theirs}/versions`, { body: fileOf(bytes) }),
];
const never = async () => [
  await ask('POST', `/materials/${theirs}/versions/1/read`, { body: {} }),
  await ask('POST', `/materials/${theirs}/versions/1/withdraw`, { body: {} }),
  await ask('GET', `/materials/${theirs}/grants`),
  await ask('GET', '/materials/accesses', ofCompany),
];

test('who holds an authority for some items sends documents in for his principal, and sees what became of them', async () => {
  expect((await declare()).status).toBe(403);
  await world.hear(authorityFact(1, 1));
  const { status, body } = await declare();
  expect([status, body.status]).toEqual([201, 'awaiting-upload']);
  expect(await ask('POST', `/materials/${body.id}/versions/1/upload`, { body: {} })).toBe(200);
  await world.receive(body.id, 1, bytes);
  const shown = await world.send('GET', `/materials/${body.id}`, { actor: handler });
  expect(shown.body).toMatchObject({ partyId: 'p_company', versions: [{ status: 'available' }] });
  expect((await world.send('GET', '/materials')).body.items).toHaveLength(2);
});

test('he reads no file by it, and does not look through what his principal has; with one for everything he keeps house', async () => {
  await world.hear(authorityFact(1, 1));
  expect([await keeping(), await never()]).toEqual([
    [403, 404],
    [404, 404, 404, 403],
  ]);
  await world.hear(authorityFact(1, 2, whole));
  expect([await keeping(), await never()]).toEqual([
    [200, 201],
    [404, 404, 404, 403],
  ]);
});

test.each([
  ['ended', { state: 'ended' as const }],
  ['waits for a confirmation', { state: 'to-confirm' as const, confirm: 'death' as const }],
  ['has not begun', { from: '2026-08-03T01:00:01.000Z' }],
  ['is over', { until: '2026-08-03T01:00:00.000Z' }],
  ['is an officer’s mandate', { kind: 'officer' as const }],
  ['is another’s', { delegate: 'p_other' }],
  ['is for another', { principal: 'p_other' }],
])('nobody sends anything in by an authority that %s', async (_, rest) => {
  await world.hear(authorityFact(1, 1, rest));
  expect((await declare()).status).toBe(403);
});

test('a district’s word counts for nothing, and an older fact that comes late changes nothing', async () => {
  await world.hear({ ...authorityFact(1, 1), district: 'gulou' });
  expect((await declare()).status).toBe(403);
  const orders = fc.shuffledSubarray([1, 1, 2, 3], { minLength: 4 });
  await fc.assert(
    fc.asyncProperty(orders, fc.boolean(), async (order, ends) => {
      world = openLibrary();
      const facts = [
        authorityFact(1, 1),
        authorityFact(1, 2, { state: 'suspended' }),
        authorityFact(1, 3, ends ? { state: 'ended' } : {}),
      ];
      for (const n of order) await world.hear(...facts.slice(n - 1, n));
      expect((await declare()).status).toBe(ends ? 403 : 201);
    }),
    { numRuns: 20 },
  );
});
