import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { envelopeOf } from '../../test/support/facts.ts';
import { openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { fc } from '../../test/support/property.ts';

let world: ReturnType<typeof openLibrary>;
beforeEach(async () => {
  world = openLibrary();
  await tell(1, turn());
});

const line = (requirement: string, about = 'party', rest: object = {}) => ({
  requirement,
  about,
  must: 'must',
  ...rest,
});
const list = [
  line('articles'),
  line('lease', 'premises'),
  line('business-licence', 'party', { shared: 'legal-entity' }),
  line('closure', 'party', { situations: ['注销'] }),
];
const turn = (rest: object = {}) => ({
  version: 1,
  from: '2026-08-01',
  situations: ['新办', '注销'],
  requirements: list,
  covered: ['lease'],
  ...rest,
});
const tell = (sequence: number, ...turns: object[]) =>
  world.hear(
    envelopeOf({
      id: randomUUID(),
      type: 'intake.items-published.v1',
      subject: 'items',
      sequence,
      data: { items: [{ item: 'food', turns }] },
    }),
  );
const match = (rest: object = {}, actor = applicantActor('company', { kind: 'organisation' })) =>
  world.send('POST', '/materials/match', { actor, body: { itemKey: 'food', district: 'gulou', ...rest } });
type Line = { requirement: string; status: string; documents: { materialId: string; version: number }[] };
const statuses = async (rest: object = {}) =>
  Object.fromEntries((await match(rest)).body.requirements.map((one: Line) => [one.requirement, one.status]));
const at = (ref: string) => ({ kind: 'premises', ref });
const shop = [at('鼓楼区八一七路1号')];

test('each line of an item is held, fetched by the office, or missing; what other situations ask for is no line', async () => {
  const articles = await world.atHand(pdfOf('articles'));
  expect(await statuses()).toEqual({ articles: 'held', lease: 'missing', 'business-licence': 'fetched' });
  expect((await match()).body).toMatchObject({
    version: 1,
    situation: '新办',
    requirements: [
      { requirement: 'articles', documents: [{ materialId: articles, version: 1, name: '章程.pdf' }] },
      {},
      {},
    ],
  });
  expect(await statuses({ situation: '注销' })).toMatchObject({ closure: 'missing' });
  expect(await statuses({ commitment: true })).toMatchObject({ lease: 'covered' });
});

test('a document about premises is held for those premises alone; where nobody has said which, it is only perhaps', async () => {
  const one = await world.atHand(pdfOf('lease'), { type: 'lease', about: at('鼓楼区 八一七路１号') });
  await world.atHand(pdfOf('another lease'), { type: 'lease', about: at('晋安区福马路2号') });
  expect(await statuses({ about: shop })).toMatchObject({ lease: 'held' });
  const { documents } = (await match({ about: shop })).body.requirements[1];
  expect(documents).toMatchObject([{ materialId: one }]);
  expect(await statuses({ about: [at('台江区工业路3号')] })).toMatchObject({ lease: 'missing' });
  expect(await statuses()).toMatchObject({ lease: 'maybe' });
  expect((await match()).body.requirements[1].documents).toHaveLength(2);
});

test('a document whose owner never said what it is about is perhaps for these premises, and one about premises is none of the party', async () => {
  await world.atHand(pdfOf('lease'), { type: 'lease' });
  await world.atHand(pdfOf('articles'), { about: at('x') });
  expect(await statuses({ about: shop })).toMatchObject({ lease: 'maybe', articles: 'missing' });
});

test('what is not in force, awaited, withdrawn or another’s is not offered; of a document the newest that can be used is', async () => {
  await world.atHand(pdfOf('old'), { validUntil: '2026-08-02' });
  await world.declare(pdfOf('awaited'));
  const withdrawn = await world.atHand(pdfOf('withdrawn'));
  await world.send('POST', `/materials/${withdrawn}/versions/1/withdraw`, { body: {} });
  expect(await statuses()).toMatchObject({ articles: 'missing' });
  const stranger = await match({}, applicantActor('stranger'));
  expect(stranger.body.requirements[0].status).toBe('missing');

  const id = await world.atHand(pdfOf('articles'));
  const next = { name: 'b.pdf', mediaType: 'application/pdf', size: 10, sha256: 'c'.repeat(64) };
  await world.send('POST', `/materials/${id}/versions`, { body: next });
  expect((await match()).body.requirements[0].documents).toMatchObject([{ materialId: id, version: 1 }]);
});

test('what an item asks for is what its set told last, and holds from its day', async () => {
  await tell(3, turn(), turn({ version: 2, from: '2026-08-04', requirements: [line('plan', 'premises')] }));
  await tell(2, turn({ requirements: [] }));
  expect(Object.keys(await statuses())).toContain('articles');
  world.clock.now = new Date('2026-08-03T16:00:00Z');
  expect(await statuses()).toEqual({ plan: 'missing' });
  await tell(4, { version: 3, from: '2026-08-04' });
  expect((await match()).body.code).toBe('item-unknown');
});

test.each([
  ['an item that nobody has told of', { itemKey: 'unknown' }, '404 item-unknown'],
  ['an item of another set', { district: 'jinan' }, '404 item-unknown'],
  ['a situation that the item does not have', { situation: '延续' }, '400 no-such-situation'],
  ['another party', { partyId: 'p_stranger' }, '403 party-not-yours'],
  ['premises without a name', { about: [{ kind: 'premises' }] }, '400 invalid-input'],
])('nothing is matched for %s', async (_, body, expected) => {
  const { status, body: said } = await match(body);
  expect(`${status} ${said.code}`).toBe(expected);
});

test('staff do not look through what an owner has', async () => {
  expect((await match({}, staffActor('window'))).status).toBe(403);
});

const subjects = [undefined, 'a', 'b'] as const;
const some = fc.record({
  type: fc.constantFrom('articles', 'lease'),
  ref: fc.constantFrom(...subjects),
  gone: fc.boolean(),
});

test('property: a line is held where something of its kind is at hand about the same, perhaps where nobody can tell, else missing', async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 5 }), fc.constantFrom(...subjects), async (all, wanted) => {
      world = openLibrary();
      await tell(1, turn());
      for (const { type, ref, gone } of all) {
        const id = await world.atHand(pdfOf(`file ${(files += 1)}`), { type, ...(ref && { about: at(ref) }) });
        if (gone) await world.send('POST', `/materials/${id}/versions/1/withdraw`, { body: {} });
      }
      const here = all.filter(({ gone }) => !gone);
      const leases = here.filter(({ type }) => type === 'lease');
      const perhaps = leases.some(({ ref }) => ref === undefined || wanted === undefined) ? 'maybe' : 'missing';
      expect(await statuses({ about: wanted ? [at(wanted)] : [] })).toMatchObject({
        articles: here.some(({ type, ref }) => type === 'articles' && ref === undefined) ? 'held' : 'missing',
        lease: wanted && leases.some(({ ref }) => ref === wanted) ? 'held' : perhaps,
      });
    }),
    { numRuns: 40 },
  );
});
