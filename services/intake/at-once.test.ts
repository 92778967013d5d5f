import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';

const commitment = { text: '承诺符合标准。', basis: '国办发〔2020〕42号', covers: [], checkWithin: 20 };

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const limit = { unit: 'working-day', from: 'accepted', of: 'office', n: 0 } as const;
  const steps = [{ department: 'amr', mode: 'serial' as const }];
  const items = [
    itemOf({ key: 'on-the-spot', kind: 1 }),
    itemOf({ key: 'filing', legalLimit: limit, promisedLimit: limit, commitment }),
    itemOf({ key: 'renewal', renewBefore: 1, situations: ['新办', '延续'], steps }),
    itemOf({ key: 'promised', renewBefore: 1, situations: ['新办', '延续'], steps, commitment }),
  ];
  await cases.publish(world, { ...cases.publication, items });
});
async function submitted(itemKey: string, rest: object = {}): Promise<string> {
  const body = { itemKey, form: cases.goodForm, channel: 'online', ...rest };
  const request = {
    method: 'POST',
    path: '/intake/applications',
    actor: people.company,
    headers: cases.freshKey(),
    body,
  };
  const { id } = (await world.send(request)).body;
  await world.send(cases.submit(id));
  return id;
}
const refusal = { outcome: 'refused', opinion: '不同意', reasons: '条件不符' };
const shown = async (id: string) => (await world.send(read(id))).body;

test('what is decided on the spot is accepted and decided in one act', async () => {
  const id = await submitted('on-the-spot');
  expect(outline(await world.send(cases.decide(id, 2)))).toBe('200 decided');
  const { acceptedAt, acceptedBy, decidedAt, outcome } = await shown(id);
  expect([acceptedAt, acceptedBy, outcome]).toEqual([decidedAt, 'office', 'granted']);
});

test('a filing (备案) is done when it is complete; incomplete it is corrected like any other', async () => {
  const [whole, part] = [await submitted('filing'), await submitted('filing')];
  expect(outline(await world.send(cases.accept(whole, { actor: people.clerk })))).toBe('200 decided');
  expect(await shown(whole)).toMatchObject({ outcome: 'granted', acceptedBy: 'office', firstClerk: 'window' });
  const defects = [{ pointer: '/operator', what: '不符', mend: '改正' }];
  await world.send(cases.act(part, 'request-correction', { actor: people.clerk, body: { defects } }));
  expect(outline(await world.send(cases.accept(part)))).toBe('409 wrong-state');
});

test('a filing left to silence is done, told, and counted against the office; nobody refuses it any more', async () => {
  const id = await submitted('filing', { commitment: true });
  expect(outline(await world.send(cases.decide(id, 2, { body: refusal })))).toBe('409 wrong-state');
  await tickedAt(world, '2026-08-10T15:30:00Z');
  expect((await shown(id)).status).toBe('submitted');
  await tickedAt(world, '2026-08-10T16:30:00Z');
  expect(await shown(id)).toMatchObject({ status: 'decided', outcome: 'granted', acceptedBy: 'silence' });
  expect(outline(await world.send(cases.decide(id, 3, { body: refusal })))).toBe('409 wrong-state');
  const owed = (await world.papers()).filter(({ data }) => data['caseId'] === id).map(({ data }) => data['documents']);
  expect(owed).toEqual([['decision']]);
  const { check } = (await world.send({ ...read(id), path: `/intake/applications/${id}/commitment` })).body;
  expect(check).toMatchObject({ status: 'to-check', acts: [{ act: 'grant', office: 'gulou/clock' }] });
});

test('what needs a review is decided neither on the spot nor with its acceptance', async () => {
  const id = await submitted('renewal');
  expect(outline(await world.send(cases.decide(id, 2)))).toBe('409 wrong-state');
  await world.send(cases.accept(id));
  expect(outline(await world.send(cases.decide(id, 3)))).toBe('409 wrong-state');
});

test('what the applicant has committed himself to is decided at once also where somebody has accepted it first', async () => {
  const id = await submitted('promised', { commitment: true });
  expect(outline(await world.send(cases.accept(id)))).toBe('200 accepted');
  expect((await shown(id)).tasks).toMatchObject([{ state: 'waiting' }]);
  expect(outline(await world.send(cases.decide(id, 3)))).toBe('200 decided');
});

test('a renewal undecided when its licence ends is renewed, recorded, and counted against the office', async () => {
  const id = await submitted('renewal', { situation: '延续', expiresOn: '2026-08-07' });
  await world.send(cases.accept(id, { body: { licence: { document: '许可证', until: '2026-08-07' } } }));
  await tickedAt(world, '2026-08-07T15:00:00Z');
  expect((await shown(id)).status).toBe('accepted');
  await tickedAt(world, '2026-08-07T16:30:00Z');
  expect(await shown(id)).toMatchObject({ status: 'decided', outcome: 'granted', expiresOn: '2026-08-07' });
  const { items } = (await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` })).body;
  expect(items.at(-1)).toMatchObject({ act: 'renew-silently', office: 'gulou/clock' });
  const query = { status: 'open' };
  const found = await world.send({ path: '/intake/supervision/findings', query, actor: people.supervisor });
  expect(found.body.items).toMatchObject([{ rule: 'renewed-by-silence', caseId: id, department: 'amr' }]);
});

test('a renewal by silence on a commitment is checked as any other grant on one', async () => {
  const id = await submitted('promised', { situation: '延续', expiresOn: '2026-08-07', commitment: true });
  await world.send(cases.accept(id, { body: { licence: { document: '许可证', until: '2026-08-07' } } }));
  await tickedAt(world, '2026-08-07T17:00:00Z');
  expect((await shown(id)).outcome).toBe('granted');
  const { check } = (await world.send({ ...read(id), path: `/intake/applications/${id}/commitment` })).body;
  expect(check).toMatchObject({ status: 'to-check', acts: [{ act: 'grant', office: 'gulou/clock' }] });
  const body = { result: '现场核查' };
  const kept = await world.send(cases.act(id, 'commitment/keep', { actor: people.head, body }));
  expect(outline(kept)).toBe('200 kept');
});
