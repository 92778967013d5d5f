import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { openLibrary } from '../../test/support/library.ts';
import { decidedAt, numberOf } from '../../test/support/licence-facts.ts';
import { fc } from '../../test/support/property.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});

const stranger = applicantActor('stranger');
const tell = (...said: Parameters<typeof decidedAt>) => world.hear(decidedAt(...said).fact);
const mine = async () => (await world.send('GET', '/materials/licences')).body.items;
const look = (number: string) => world.send('GET', `/materials/public/licences/${number}`);
const shown = (n: number) => world.send('GET', `/materials/public/licences/${numberOf(n)}`, { actor: stranger });
const statusOf = async (n: number) => (await shown(n)).body.status;
const states = () =>
  world
    .facts('materials.licence-changed.v1')
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ data }) => [data['edition'], data['state']]);

test('a grant gives its holder a licence, which anybody can look up by its id, and learns nothing of the holder', async () => {
  await tell(1, 'issue', { until: '2031-08-03' });
  const [licence] = await mine();
  expect(licence).toMatchObject({
    status: 'valid',
    number: numberOf(1),
    validUntil: '2031-08-03',
    issuer: '11350199MB0102031K',
  });

  const { status, body } = await shown(1);
  expect(status).toBe(200);
  expect(body).toEqual({
    type: 'food-business-licence',
    district: 'gulou',
    department: 'amr',
    issuer: '11350199MB0102031K',
    status: 'valid',
    number: numberOf(1),
    validFrom: '2026-08-03',
    validUntil: '2031-08-03',
  });
  expect(states()).toEqual([[1, 'valid']]);
});

test('somebody else’s licence is not there; an organisation is asked for by who acts for it', async () => {
  const { licenceId } = decidedAt(1, 'issue');
  await tell(1, 'issue');
  const agent = applicantActor('agent', { orgs: ['p_company'] });
  const read = (actor: typeof stranger) => world.send('GET', `/materials/licences/${licenceId}/editions`, { actor });
  expect([(await read(stranger)).status, (await read(agent)).status]).toEqual([404, 200]);
  expect((await read(staffActor('approver', { department: 'amr' }))).status).toBe(403);
  expect((await world.send('GET', '/materials/licences', { actor: stranger })).body.items).toEqual([]);
});

test('a forged id is told from one that nobody has given', async () => {
  await tell(1, 'issue');
  const forged = numberOf(1).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect((await look(forged)).body.code).toBe('not-a-licence-id');
  expect((await look(numberOf(2))).status).toBe(404);
  expect((await look('1.2.156')).body.code).toBe('not-a-licence-id');
  expect((await look(numberOf(1).toLowerCase())).body.number).toBe(numberOf(1));
});

test('a change gives another edition with an id of its own; taken back, the one before holds again', async () => {
  await tell(1, 'issue');
  await tell(2, 'change', { upon: 1, minute: 1 });
  expect([await statusOf(1), await statusOf(2)]).toEqual(['superseded', 'valid']);
  expect((await mine())[0]).toMatchObject({ edition: 2, number: numberOf(2) });
  await tell(3, 'revoke', { upon: 1, undoes: 2, minute: 2 });
  expect([await statusOf(1), await statusOf(2)]).toEqual(['valid', 'revoked']);
  await tell(4, 'restore', { upon: 1, undoes: 2, minute: 3 });
  expect([await statusOf(1), await statusOf(2)]).toEqual(['superseded', 'valid']);
});

test('a renewal is a licence of its own and supersedes the one before', async () => {
  await tell(1, 'issue');
  await world.hear(decidedAt(2, 'issue', { minute: 1 }).fact, {
    ...decidedAt(2, 'supersede', { upon: 1, minute: 1 }).fact,
    id: '0190a5b2-0000-7000-8005-000000000002',
  });
  expect([await statusOf(1), await statusOf(2)]).toEqual(['superseded', 'valid']);
  expect((await mine()).map(({ number }: { number: string }) => number)).toEqual([numberOf(2), numberOf(1)]);
});

test('a revocation that comes before the grant waits for it', async () => {
  await tell(2, 'revoke', { upon: 1, minute: 1 });
  expect((await shown(1)).status).toBe(404);
  await tell(1, 'issue');
  expect(await statusOf(1)).toBe('revoked');
  expect(states()).toEqual([[1, 'revoked']]);
});

test('its holder is warned once before its last day, and after that it has run out', async () => {
  await tell(1, 'issue', { until: '2026-09-10' });
  const pass = async (at: string) => {
    world.clock.now = new Date(at);
    return passTimeHourly(world.deps)();
  };
  expect(await pass('2026-08-10T01:00:00Z')).toEqual({ MaterialsPassedByTime: 0 });
  expect(await pass('2026-08-12T01:00:00Z')).toEqual({ MaterialsPassedByTime: 1 });
  expect(await pass('2026-08-13T01:00:00Z')).toEqual({ MaterialsPassedByTime: 0 });
  expect(world.facts('materials.material-expiring.v1').map(({ data }) => data['validUntil'])).toEqual(['2026-09-10']);
  expect(await pass('2026-09-10T15:00:00Z')).toEqual({ MaterialsPassedByTime: 0 });
  expect(await pass('2026-09-10T17:00:00Z')).toEqual({ MaterialsPassedByTime: 1 });
  expect([await statusOf(1), states()]).toEqual([
    'expired',
    [
      [1, 'valid'],
      [1, 'expired'],
    ],
  ]);
});

/** What the office has decided, one after another; the model keeps no more than the state. */
const model: Record<string, Record<string, string>> = {
  valid: {
    suspend: 'suspended',
    supersede: 'superseded',
    revoke: 'revoked',
    forfeit: 'forfeited',
    cancel: 'cancelled',
  },
  suspended: { resume: 'valid', supersede: 'superseded', revoke: 'revoked', forfeit: 'forfeited', cancel: 'cancelled' },
  superseded: { revoke: 'revoked' },
  revoked: { restore: 'valid', cancel: 'cancelled' },
  forfeited: { cancel: 'cancelled' },
  cancelled: {},
};
const acts = ['suspend', 'resume', 'supersede', 'revoke', 'restore', 'forfeit', 'cancel'];

test('whatever is decided, and in whatever order and however often it is told, a licence stands as the decisions have it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...acts), { maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (made, chance) => {
        world = openLibrary();
        const facts = [
          decidedAt(1, 'issue').fact,
          ...made.map((act, n) => decidedAt(n + 2, act, { upon: 1, minute: n + 1 }).fact),
        ];
        const told = [...facts, ...facts].map((fact) => ({ fact, place: chance.next().value }));
        for (const { fact } of told.toSorted((a, b) => a.place - b.place)) await world.hear(fact);
        const expected = made.reduce((state, act) => model[state]?.[act] ?? state, 'valid');
        expect(await statusOf(1)).toBe(expected);
        expect(states().at(-1)).toEqual([1, expected]);
      },
    ),
    { numRuns: 40 },
  );
});
