import { beforeEach, expect, test } from 'vitest';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { partyIdOf } from '#shared/party';
import { on, queueHandler } from '#shared/queue';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, cityKey, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { itemOf } from './cases.fake.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';

const uscc = '91350102MA0000000H';
const company = applicantActor('shop', {
  kind: 'organisation',
  partyId: partyIdOf(cityKey, { kind: 'uscc', number: uscc }),
});
/** A clerk of Jin'an; the item is Gulou's. */
const clerk = people.farClerk;

let [gulou, jinan, fuzhou]: [IntakeWorld?, IntakeWorld?, IntakeWorld?] = [];
const at = (world: IntakeWorld | undefined): IntakeWorld => {
  if (!world) throw new Error('no set');
  return world;
};
beforeEach(async () => {
  [gulou, jinan, fuzhou] = ['gulou', 'jinan', 'fuzhou'].map((set) => cases.intakeOver(fakeTable(), { set }));
  await cases.publish(at(gulou));
  await cases.publish(at(jinan), { ...cases.publication, items: [itemOf({ key: 'jinan-only' })] });
  await cases.publish(at(fuzhou));
});
const entered = (world: IntakeWorld | undefined, rest: object = {}, actor = clerk) => {
  const entry = { hall: 'jinan-hall', window: '3', documentsSeen: ['business-licence'], originalChecked: true };
  const whom = { applicant: { kind: 'organisation', uscc }, entry: { ...entry, signatureKept: true } };
  const body = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'window', ...whom, ...rest };
  return at(world).send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
};

test('a window of another district takes in and accepts; the work is done in the set that owns the item', async () => {
  const { id } = (await entered(gulou)).body;
  const world = at(gulou);
  expect(outline(await world.send(act(id, 'submit', { actor: clerk })))).toBe('200 submitted');
  expect(outline(await world.send(act(id, 'accept', { actor: clerk })))).toBe('200 accepted');
  expect((await world.send(cases.decide(id, 3, { actor: clerk }))).body.code).toBe('wrong-role');
  expect((await world.send(cases.decide(id, 3, { actor: people.farApprover }))).body.code).toBe('wrong-district');
  expect(outline(await world.send(cases.decide(id, 3)))).toBe('200 decided');

  const seen = (await world.send(read(id, { actor: people.head }))).body;
  expect(seen).toMatchObject({ channel: 'window', firstClerk: clerk.sub, status: 'decided' });
  expect(seen.entry).toMatchObject({
    clerk: clerk.sub,
    hall: 'jinan-hall',
    window: '3',
    documentsSeen: ['business-licence'],
  });
});

test('what the clerk enters is in the applicant’s own account, in that set and in the city', async () => {
  const world = at(gulou);
  const { id } = (await entered(gulou)).body;
  await world.send(act(id, 'submit', { actor: clerk }));
  await world.send(act(id, 'accept', { actor: clerk }));
  expect((await world.send(read(id, { actor: company }))).body).toMatchObject({
    id,
    status: 'accepted',
    form: cases.goodForm,
  });
  const city = at(fuzhou);
  const consume = queueHandler(
    [
      on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
      on(CaseChangedV2, 'intake.on-case-changed', onCaseChanged),
    ],
    city.deps,
  );
  const facts = (await world.facts()).filter(({ subject, type }) => subject === id && /submitted|changed/.test(type));
  for (const fact of facts) await consume(sqsEvent(fact));
  const mine = await city.send({ path: '/intake/applications', query: { mine: 'true' }, actor: company });
  expect(mine.body.items).toMatchObject([{ id, district: 'gulou', status: 'accepted' }]);
  // A desk withdraws it for the applicant alone who came: nothing says that he did.
  expect((await world.send(cases.withdraw(id, { actor: clerk }))).body.code).toBe('invalid-input');
  expect(outline(await world.send(cases.withdraw(id, { actor: company })))).toBe('200 withdrawn');
});

test('what another set owns is posted there: here there is no such item', async () => {
  expect(outline(await entered(jinan))).toBe('404 item-unknown');
  expect(outline(await entered(gulou, { itemKey: 'jinan-only' }))).toBe('404 item-unknown');
  expect(outline(await entered(jinan, { itemKey: 'jinan-only' }, staffActor('window')))).toBe('201 draft');
});
