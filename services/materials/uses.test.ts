import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { uuid } from '../../test/support/facts.ts';
import { openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { fc } from '../../test/support/property.ts';
import { caseId, changed, givenAnew, submitted, used } from '../../test/support/using-cases.ts';

const approver = staffActor('approver', { department: 'amr' });

let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});

const answers = () => world.facts('materials.case-materials-changed.v1');
/** What the set of a case was told of it. */
const said = (n: number) => answers().find(({ subject }) => subject === uuid(n, 1))?.data['requirements'];
const readAs = (actor: typeof approver, requirement = 'articles', reason = '核对经营范围') =>
  world.send('POST', `/materials/cases/${caseId}/requirements/${requirement}/read`, { body: { reason }, actor });

test('what a case uses is confirmed line by line, or refused with a reason that tells nothing of what is another’s', async () => {
  const articles = await world.atHand(pdfOf('articles'));
  const lease = await world.atHand(pdfOf('lease'), { type: 'lease', validUntil: '2026-08-02' });
  const awaited = (await world.declare(pdfOf('plan'), { type: 'floor-plan' })).id;
  const foreign = await world.send('POST', '/materials', {
    actor: applicantActor('stranger'),
    body: { type: 'deed', name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) },
  });
  await world.hear(
    submitted([
      used('articles', articles),
      used('lease', lease),
      used('floor-plan', awaited),
      used('permit', articles),
      used('deed', foreign.body.id),
      used('none', uuid(9)),
    ]),
  );

  const [fact] = world.facts('materials.case-materials-changed.v1');
  expect(fact).toMatchObject({ subject: caseId, toDistrict: 'gulou', sequence: 2 });
  const said = fact?.data['requirements'];
  expect(said).toMatchObject([
    { requirement: 'articles', state: 'confirmed' },
    { requirement: 'lease', state: 'refused', why: 'not-in-force' },
    { requirement: 'floor-plan', state: 'refused', why: 'not-at-hand' },
    { requirement: 'permit', state: 'refused', why: 'other-kind' },
    { requirement: 'deed', state: 'refused', why: 'unknown' },
    { requirement: 'none', state: 'refused', why: 'unknown' },
  ]);
});

test('whoever handles the case reads what it uses, and the owner reads that he did; nobody else does', async () => {
  await world.hear(submitted([used('articles', await world.atHand(pdfOf('articles')))]));

  expect((await readAs(approver)).body.copy.status).toBe('making');
  expect((await readAs(staffActor('window'), 'articles', '受理核对')).status).toBe(200);
  const others = [
    staffActor('approver', { department: 'health' }),
    staffActor('approver', { department: 'amr', district: 'jinan' }),
    staffActor('window', { district: 'jinan' }),
    staffActor('head', { department: 'amr', until: '2026-08-03T00:00:00Z' }),
  ];
  for (const one of others) expect((await readAs(one)).status).toBeOneOf([403, 404]);
  expect((await readAs(approver, 'lease')).status).toBe(404);
  expect((await readAs(approver, 'articles', ' ')).status).toBe(400);

  const { items } = (await world.send('GET', '/materials/accesses')).body;
  expect(items).toMatchObject([
    { office: expect.stringMatching(/^gulou\//), caseId, type: 'articles' },
    { office: expect.stringMatching(/^gulou\//), caseId, type: 'articles' },
  ]);
  expect(items.map((one: { office: string }) => one.office).toSorted()).toEqual(['gulou/amr', 'gulou/window']);
  expect(JSON.stringify(items)).not.toContain('"actor"');
  const strangers = await world.send('GET', '/materials/accesses', { actor: applicantActor('stranger') });
  expect(strangers.body.items).toEqual([]);
});

test('the right to read ends with the case', async () => {
  await world.hear(submitted([used('articles', await world.atHand(pdfOf('articles')))]));
  await world.hear(changed(3, 'accepted'));
  expect((await readAs(approver)).status).toBe(200);
  await world.hear(changed(4, 'decided'));
  expect((await readAs(approver)).status).toBe(404);
});

test('a new version leaves the one that a case uses as it is', async () => {
  const id = await world.atHand(pdfOf('articles'));
  await world.hear(submitted([used('articles', id)]));
  const next = pdfOf('articles, amended');
  const { body } = await world.send('POST', `/materials/${id}/versions`, {
    body: { name: 'b.pdf', mediaType: 'application/pdf', size: next.length, sha256: 'c'.repeat(64) },
  });
  expect(body.n).toBe(2);
  expect((await readAs(approver)).body.copy.status).toBe('making');
});

test('a case that is given other documents later uses those: each is judged anew, and what it has kept stays', async () => {
  const articles = await world.atHand(pdfOf('articles'));
  const lease = await world.atHand(pdfOf('lease'), { type: 'lease' });
  await world.hear(submitted([used('articles', articles), used('lease', uuid(9))]));
  await world.send('POST', `/materials/${articles}/versions/1/withdraw`, { body: {} });
  await world.hear(givenAnew(3, [used('articles', articles), used('lease', lease)]));

  const told = answers().toSorted((a, b) => a.sequence - b.sequence);
  expect(told.map(({ sequence }) => sequence)).toEqual([2, 3]);
  expect(told[1]?.data['requirements']).toMatchObject([
    { requirement: 'articles', state: 'confirmed', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { requirement: 'lease', materialId: lease, state: 'confirmed' },
  ]);
  expect((await readAs(approver, 'lease')).status).toBe(200);
  await world.hear(givenAnew(2, [used('articles', articles)]));
  expect(answers()).toHaveLength(2);
});

test('a document that a case uses and that is in force no more is told to the set of the case, once, and stays readable', async () => {
  const articles = await world.atHand(pdfOf('articles'));
  const next = await world.atHand(pdfOf('lease'), { type: 'lease' });
  await world.hear(submitted([used('articles', articles), used('lease', next)]));
  await world.send('POST', `/materials/${articles}/versions/1/withdraw`, { body: {} });
  const left = world.facts('materials.material-changed.v1').find(({ data }) => data['state'] === 'withdrawn');
  if (left) await world.hear(left, left);

  expect(answers().map(({ sequence }) => sequence)).toEqual([2, 3]);
  const { requirements = [] } = answers().find(({ sequence }) => sequence === 3)?.data ?? {};
  expect(requirements).toMatchObject([
    { requirement: 'articles', state: 'confirmed', left: 'withdrawn' },
    { requirement: 'lease' },
  ]);
  expect(JSON.stringify(requirements).match(/left/g)).toHaveLength(1);
  expect((await readAs(approver)).status).toBe(200);
});

test('a case upon another rests on the same documents, though they have left since; nobody else’s are taken over', async () => {
  const articles = await world.atHand(pdfOf('articles'));
  await world.hear(submitted([used('articles', articles)]));
  await world.send('POST', `/materials/${articles}/versions/1/withdraw`, { body: {} });
  const upon = (n: number, rest: object) => {
    const about = { caseId: uuid(n, 1), follows: { caseId, as: 'review' }, ...rest };
    return { ...submitted([used('articles', articles)], about), id: uuid(60 + n), subject: uuid(n, 1) };
  };
  await world.hear(
    upon(2, {}),
    upon(3, { partyId: 'p_stranger' }),
    upon(4, { follows: undefined, decidesAnew: caseId }),
  );
  expect([said(2), said(3), said(4)]).toMatchObject([
    [{ state: 'confirmed' }],
    [{ state: 'refused', why: 'unknown' }],
    [{ state: 'confirmed' }],
  ]);
});

test('in whatever order and however often facts of a case come, its departments may read exactly while it is open', async () => {
  const facts = ['submitted', 'accepted', 'suspended', 'decided'];
  const orders = fc.shuffledSubarray([0, 0, 1, 1, 2, 3, 4, 4, 5], { minLength: 9 });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 4 }), async (order, count) => {
      world = openLibrary();
      const id = await world.atHand(pdfOf('articles'));
      const lease = await world.atHand(pdfOf('lease'), { type: 'lease' });
      const all = facts
        .slice(0, count)
        .map((state, n) => (n === 0 ? submitted([used('articles', id)]) : changed(2 + n, state)));
      all.push(givenAnew(2, [used('lease', lease)]), givenAnew(3, [used('lease', lease), used('articles', id)]));
      for (const n of order) if (all[n]) await world.hear(all[n]);
      const verdict = count === 4 ? 404 : 200;
      expect((await readAs(approver)).status).toBe(verdict);
      expect((await readAs(approver, 'lease')).status).toBe(verdict);
    }),
    { numRuns: 30 },
  );
});
