import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { openLibrary } from '../../test/support/library.ts';
import { decidedAt, madeAt, numberOf } from '../../test/support/licence-facts.ts';

const caseId = uuid(1, 1);
const kind = 'food-business-licence';
const { licenceId } = decidedAt(1, 'issue');
let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});

const tell = async (...said: Parameters<typeof decidedAt>) => {
  const known = new Set(world.facts('materials.licence-changed.v1').map(({ id }) => id));
  await world.hear(decidedAt(...said).fact);
  await world.hear(...world.facts('materials.licence-changed.v1').filter(({ id }) => !known.has(id)));
};
const handIn = (edition: number, rest: object = {}, at = '2026-08-03T01:30:00.000Z') =>
  world.hear(
    envelopeOf({
      id: randomUUID(),
      type: 'intake.application-submitted.v1',
      subject: caseId,
      sequence: 2,
      time: at,
      data: {
        caseId,
        itemKey: 'x',
        version: 1,
        district: 'jinan',
        partyId: 'p_company',
        departments: ['amr'],
        materials: [{ requirement: kind, materialId: licenceId, version: edition }],
        ...rest,
      },
    }),
  );
const answers = () =>
  world
    .facts('materials.case-materials-changed.v1')
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ data }) => (Array.isArray(data['requirements']) ? data['requirements'][0] : undefined));

test('a licence that a decision gave meets a line of another item, in any district, with nothing uploaded', async () => {
  await tell(1, 'issue', { until: '2031-08-03' });
  await handIn(1);
  expect(answers()).toEqual([{ requirement: kind, materialId: licenceId, version: 1, state: 'confirmed' }]);
});

test.each<[string, object, string]>([
  ['somebody else’s is told like one that does not exist', { partyId: 'p_other' }, 'unknown'],
  [
    'for another kind of document',
    { materials: [{ requirement: 'lease', materialId: licenceId, version: 1 }] },
    'other-kind',
  ],
  [
    'an edition that there is not',
    { materials: [{ requirement: kind, materialId: licenceId, version: 2 }] },
    'unknown',
  ],
])('it is refused: %s', async (_, rest, why) => {
  await tell(1, 'issue');
  await handIn(1, rest);
  expect(answers()).toMatchObject([{ state: 'refused', why }]);
});

test.each(['suspend', 'revoke', 'forfeit', 'cancel', 'supersede'])(
  'one that is not valid after %s is not taken; a case that used it before is told, once, and keeps it',
  async (act) => {
    await tell(1, 'issue');
    await handIn(1);
    await tell(2, act, { upon: 1, minute: 40 });
    await world.hear(...world.facts('materials.licence-changed.v1'));
    expect(answers()).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed', left: 'withdrawn' }]);

    world = openLibrary();
    await tell(1, 'issue');
    await tell(2, act, { upon: 1, minute: 1 });
    await handIn(1);
    expect(answers()).toMatchObject([{ state: 'refused', why: 'not-at-hand' }]);
  },
);

test('a change leaves the case with the edition that it used, and tells it that there is another', async () => {
  await tell(1, 'issue');
  await handIn(1);
  await tell(2, 'change', { upon: 1, minute: 40 });
  expect(answers()).toMatchObject([{ version: 1 }, { version: 1, left: 'withdrawn' }]);
});

test('an office that reads it sees what it says, and its holder sees that', async () => {
  await tell(1, 'issue');
  await handIn(1);
  const path = `/materials/cases/${caseId}/requirements/${kind}/read`;
  const approver = staffActor('approver', { department: 'amr', district: 'jinan' });
  const read = await world.send('POST', path, { actor: approver, body: { reason: '核对许可范围' } });
  expect(read.body).toEqual({ licence: expect.objectContaining({ status: 'valid', number: numberOf(1) }) });
  const { made, piece } = madeAt(1);
  await world.handOver.put(String(made.data['ref']), { bytes: piece, contentType: 'application/json', fileName: 'x' });
  await world.hear(made);
  const again = await world.send('POST', path, { actor: approver, body: { reason: '核对证照' } });
  expect(again.body).toMatchObject({
    licence: { holder: '示*******' },
    copy: { status: 'making' },
  });
  const other = staffActor('approver', { department: 'health', district: 'jinan' });
  expect((await world.send('POST', path, { actor: other, body: { reason: '核对' } })).status).toBe(404);
  const { items } = (await world.send('GET', '/materials/accesses')).body;
  const seen = { office: 'jinan/amr', caseId, materialId: licenceId, type: kind };
  expect(items).toMatchObject([seen, seen]);
});

test('what is asked for is held while the licence is valid, and missing when it is not', async () => {
  const turns = [
    {
      version: 1,
      from: '2026-08-01',
      situations: ['新办'],
      requirements: [{ requirement: kind, about: 'party', must: 'must' }],
    },
  ];
  const data = { items: [{ item: 'liquor', turns }] };
  await world.hear(envelopeOf({ id: randomUUID(), type: 'intake.items-published.v1', subject: 'items-gulou', data }));
  const line = async () => {
    const reply = await world.send('POST', '/materials/match', { body: { itemKey: 'liquor', district: 'gulou' } });
    return reply.body.requirements[0];
  };
  expect((await line()).status).toBe('missing');
  await tell(1, 'issue');
  expect(await line()).toMatchObject({
    status: 'held',
    documents: [{ materialId: licenceId, version: 1, name: numberOf(1) }],
  });
  await tell(2, 'suspend', { upon: 1, minute: 1 });
  expect((await line()).status).toBe('missing');
  await tell(3, 'resume', { upon: 1, minute: 2 });
  expect((await line()).status).toBe('held');
});
