import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { readSeed } from '../../localstack/seed-files.ts';
import { applicantActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { cityKey, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { partyIdOf } from '#shared/party';

const uscc = '91350199MA00000015';
const signed = { originalChecked: true, signatureKept: true };
const entry = { hall: 'H1', window: 'W1', documentsSeen: ['business-licence'], ...signed };
const applicant = { kind: 'organisation', uscc: uscc.toLowerCase() };
const agent = applicantActor('agent', { orgs: [partyIdOf(cityKey, { kind: 'uscc', number: uscc })] });

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const { departments, items } = readSeed();
  const some = items.filter(({ key }) => ['food-business-licence', 'driving-licence-replacement'].includes(key));
  await cases.publish(world, { departments, items: some });
});

async function begun(rest: object, actor = people.clerk): Promise<string> {
  const body = { itemKey: 'food-business-licence', channel: 'window', form: {}, entry, applicant, ...rest };
  const path = '/intake/applications';
  const made = await world.send({ method: 'POST', path, actor, headers: cases.freshKey(), body });
  expect([made.status, made.body.errors]).toEqual([201, undefined]);
  return made.body.id;
}
const seen = async (id: string, actor = agent) => (await world.send(read(id, { actor }))).body;

test('whom a clerk names by a document finds it filled in and marked; masked for the clerk as any other', async () => {
  const id = await begun({ form: { staff: 3 } });
  expect(await seen(id)).toMatchObject({
    form: { staff: 3, uscc },
    prefilled: [{ pointer: '/uscc', source: 'party' }],
  });
  const atDesk = await seen(id, people.clerk);
  expect(atDesk).toMatchObject({ masked: true, prefilled: [{ pointer: '/uscc', source: 'party' }] });
  expect(atDesk.form.uscc).toContain('*');
});

test('who acts for an organisation names it, too', async () => {
  const id = await begun({ channel: 'online', entry: undefined }, agent);
  expect(await seen(id)).toMatchObject({ form: { uscc }, prefilled: [{ pointer: '/uscc' }] });
});

test('of a person the kind and number of his document', async () => {
  const document = { kind: 'passport', country: 'FRA', number: 'ab 12345' };
  const rest = { itemKey: 'driving-licence-replacement', applicant: { kind: 'person', document } };
  const id = await begun({ ...rest, entry: { ...entry, documentsSeen: ['passport'] } });
  const holder = applicantActor('holder', { partyId: partyIdOf(cityKey, { ...document, kind: 'passport' }) });
  expect((await seen(id, holder)).form.applicant).toEqual({ documentKind: 'passport', documentNumber: 'AB12345' });
});

test('what was said stands, and a field that is changed is no longer marked', async () => {
  const said = await begun({ form: { uscc: 'other' } });
  expect(await seen(said)).toMatchObject({ form: { uscc: 'other' }, prefilled: [] });

  const id = await begun({});
  const save = (version: number, form: object) => world.send(cases.save(id, version, { actor: agent, body: { form } }));
  await save(1, { uscc, staff: 4 });
  expect((await seen(id)).prefilled).toHaveLength(1);
  await save(2, { uscc: '91350102MA0000000H', staff: 4 });
  expect((await seen(id)).prefilled).toEqual([]);
});

test('who applies for himself is known by an id alone: nothing is filled in', async () => {
  const person = applicantActor('someone');
  const id = await begun({ channel: 'online', entry: undefined, applicant: undefined }, person);
  expect(await seen(id, person)).toMatchObject({ form: {}, prefilled: [] });
});
