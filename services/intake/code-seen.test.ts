import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { cityKey, people, type Answer, type IntakeWorld } from '../../test/support/intake.ts';

// An early code of a pilot in Fujian: its check character fails, and it is that company's.
const early = '91350211MA00000010';
const right = '91350199MA00000015';
const born = { tomorrow: '350199202608040012', today: '350199202608030017' };

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world);
});

const organisation = (uscc: string) => ({ kind: 'organisation', uscc });
const person = (kind: string, number: string) => ({ kind: 'person', document: { kind, number } });
const post = (path: string, body: object, actor = people.clerk): Promise<Answer> =>
  world.send({ method: 'POST', path, actor, headers: { ...cases.freshKey(), 'Accept-Language': 'en' }, body });
const begin = (applicant: object, entry: object = {}, rest: object = {}) =>
  post('/intake/applications', {
    itemKey: 'food-business-licence',
    channel: 'window',
    form: cases.goodForm,
    entry: { ...entryAt.window, ...entry },
    applicant,
    ...rest,
  });
const outline = ({ status, body }: Answer) =>
  [status, ...(body.errors ?? []).map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)].join();

describe('a code whose check character fails', () => {
  test('is refused at a desk, by its field, and the answer says how it is confirmed', async () => {
    const refused = await begin(organisation(early));
    expect(outline(refused)).toBe('400,/applicant/uscc check-digit');
    expect(refused.body.errors[0].message).toContain('codeSeen');
  });

  test('holds where the clerk has seen it on the original; the entry and the timeline say that he confirmed it', async () => {
    const made = await begin(organisation(early.toLowerCase()), { codeSeen: true });
    expect(made.status).toBe(201);
    const partyId = partyIdOf(cityKey, { kind: 'uscc', number: early });
    const actor = applicantActor('owner', { kind: 'organisation', partyId });
    const path = `/intake/applications/${made.body.id}`;
    expect((await world.send({ path, actor })).body.entry).toMatchObject({ codeSeen: true });
    const { body } = await world.send({ path: `${path}/timeline`, actor });
    expect(body.items).toMatchObject([{ act: 'create', actor: 'window', confirmed: 'code-seen' }]);
  });

  test.each([
    [
      'without a look at the original',
      { originalChecked: false, documentsSeen: [] },
      '/entry/documentsSeen nothing-seen',
    ],
    ['with a copy seen only', { originalChecked: false }, '/entry/originalChecked original-unchecked'],
  ])('is not confirmed %s', async (_, entry, fault) => {
    expect(outline(await begin(organisation(early), { ...entry, codeSeen: true }))).toContain(fault);
  });

  test('is not confirmed on the telephone: nobody is there to show anything', async () => {
    const body = {
      itemKey: 'food-business-licence',
      channel: 'hotline',
      form: cases.goodForm,
      applicant: organisation(early),
    };
    const hotline = staffActor('hotline');
    expect(outline(await post('/intake/applications', body, hotline))).toBe('400,/applicant/uscc check-digit');
    const said = await post('/intake/applications', { ...body, entry: { codeSeen: true } }, hotline);
    expect(outline(said)).toContain('/entry not-in-this-channel');
  });

  test('is taken from those for whom the identity platform vouches', async () => {
    const orgs = [partyIdOf(cityKey, { kind: 'uscc', number: early })];
    const body = { itemKey: 'food-business-licence', channel: 'online', form: {}, applicant: organisation(early) };
    expect((await post('/intake/applications', body, applicantActor('agent', { orgs }))).status).toBe(201);
  });

  test('is not given to a party that a grant creates', async () => {
    const id = await cases.draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    const issued = { party: organisation(early) };
    const body = { outcome: 'granted', opinion: '同意', issued };
    const answer = await world.send(cases.decide(id, 3, { body }));
    expect(outline(answer)).toBe('400,/issued/party/uscc check-digit');
  });
});

test('nothing is confirmed where nobody said so', async () => {
  const made = await begin(organisation(right));
  const owner = applicantActor('owner', { partyId: partyIdOf(cityKey, { kind: 'uscc', number: right }) });
  const { body } = await world.send({ path: `/intake/applications/${made.body.id}/timeline`, actor: owner });
  expect(body.items[0]).not.toHaveProperty('confirmed');
});

test.each([
  ['of a permit of another kind', person('hk-macau-permit', 'E12345678'), '400,/applicant/document/number shape'],
  ['of a permit', person('hk-macau-permit', 'h12345678'), '201'],
  ['of somebody born tomorrow', person('resident-id', born.tomorrow), '400,/applicant/document/number birth-date'],
  ['of somebody born today', person('resident-id', born.today), '201'],
  [
    'of somebody who is none',
    person('resident-id', '36042619910102009X'),
    '400,/applicant/document/number wrong-identity-number',
  ],
])('an applicant by the number %s', async (_, applicant, expected) => {
  expect(outline(await begin(applicant))).toBe(expected);
});

test('whoever comes for another is named by a number that there can be', async () => {
  const document = { kind: 'resident-id', number: born.tomorrow };
  const answer = await begin(organisation(right), { present: { relation: 'handler', document } });
  expect(outline(answer)).toBe('400,/entry/present/document/number birth-date');
});

test('two documents of one party are proposed with a code that fails only where it was seen', async () => {
  world = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  const clerk = staffActor('window', { district: 'fuzhou' });
  const body = { documents: [organisation(right), organisation(early)], reason: '换发代码' };
  expect(outline(await post('/intake/party-merges', body, clerk))).toBe('400,/documents/1/uscc check-digit');
  const made = await post('/intake/party-merges', { ...body, codeSeen: true }, clerk);
  expect(made.status).toBe(201);
  const head = staffActor('head', { district: 'fuzhou' });
  const shown = await world.send({ path: `/intake/party-merges/${made.body.id}`, actor: head });
  expect(shown.body).toMatchObject({ codeSeen: true });
});
