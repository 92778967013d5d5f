import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import type { Table } from '#shared/table';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, told } from '../../test/support/parties.ts';

const engine = engineForTests();

const handler = applicantActor('handler');
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const existing = { ...restaurant, answers: { company: 'existing', sign: 'no' } };
const licences = ['company-registration', 'food-business-licence', 'public-place-hygiene', 'signboard'];

async function opened(table: Table) {
  const world = cases.intakeOver(table);
  await cases.publish(world, seedOf('open-a-restaurant'));
  return { world, inbox: ownInbox(world), form: await bundles.formFor(world, existing) };
}

describe.each(engine.tables)('a bundle on behalf of another over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  let form: bundles.OneForm;
  beforeEach(async () => {
    ({ world, inbox, form } = await opened(await create()));
  });
  const begin = (rest: object = {}) =>
    world.send(bundles.begin({ ...existing, form, authorityId: uuid(1, 7), ...rest }, handler));
  const ofHandler = { actor: handler };

  test('is the company’s: its handler begins, saves and hands it in, and its cases name him and the company', async () => {
    // The company whose code the form states.
    const document = { kind: 'uscc' as const, number: String(form.shared['company.uscc']) };
    const principal = partyIdOf(await world.deps.partyKey(), document);
    const company = { ...people.company, partyId: principal };
    await told(world.deps, authorityFact(1, 1, { principal, scope: { items: licences } }));
    const { id } = (await begin()).body;
    const save = bundles.save(id, 1, { ...ofHandler, body: { answers: existing.answers, form } });
    expect(outline(await world.send(save))).toBe(200);
    expect(outline(await world.send(bundles.act(id, 'submit', ofHandler)))).toBe(200);
    await inbox.empty();
    const shown = (await world.send(bundles.show(id, company))).body;
    expect(shown).toMatchObject({ status: 'under-way', authorityId: uuid(1, 7), creating: { made: 2, of: 2 } });
    const { caseId } = shown.parts[0];
    expect((await world.send(read(caseId, { actor: company }))).body).toMatchObject({
      status: 'submitted',
      authorityId: uuid(1, 7),
    });
    const timeline = { ...read(caseId, { actor: company }), path: `/intake/applications/${caseId}/timeline` };
    const acted = { actor: 'handler', onBehalfOf: principal };
    expect((await world.send(timeline)).body.items).toMatchObject([
      { act: 'create', ...acted },
      { act: 'submit', ...acted },
    ]);
  });

  test('needs an authority that covers all of it, in force at each act', async () => {
    await told(world.deps, authorityFact(1, 1, { scope: { items: licences.slice(1) } }));
    expect(outline(await begin())).toBe('authority-not-covering');
    await told(world.deps, authorityFact(1, 2, { scope: { items: ['*'] } }));
    const { id } = (await begin()).body;
    expect(outline(await world.send(bundles.show(id, handler)))).toBe(200);
    await told(world.deps, authorityFact(1, 3, { scope: { items: ['*'] }, state: 'to-confirm', confirm: 'death' }));
    expect((await world.send(bundles.show(id, handler))).body.actions).toEqual([]);
    expect(outline(await world.send(bundles.act(id, 'submit', ofHandler)))).toBe('confirm-death');
    await told(world.deps, authorityFact(1, 4, { scope: { items: licences.slice(1) } }));
    expect(outline(await world.send(bundles.show(id, handler)))).toBe('not-found');
    expect(outline(await world.send(bundles.show(id, founder)))).toBe('not-found');
    expect(outline(await begin({ authorityId: undefined, applicant: undefined }))).toBe(201);
  });
});

describe('a bundle whose cases are being made', () => {
  let table: FakeTable;
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  let id: string;
  beforeEach(async () => {
    table = fakeTable();
    const open = await opened(table);
    ({ world, inbox } = open);
    id = (await world.send(bundles.begin({ ...existing, form: open.form }))).body.id;
    await world.send(bundles.act(id, 'submit'));
  });
  const show = async () => (await world.send(bundles.show(id))).body;

  test('goes on where it was killed: what was not written is made by the next delivery, what was is not made again', async () => {
    table.beforeNextWrite(() => Promise.reject(new Error('the function was killed')));
    await expect(inbox.empty()).rejects.toThrow('1 facts of bundles failed');
    expect((await show()).creating).toEqual({ made: 0, of: 2 });
    await ownInbox(world).empty();
    expect(await show()).toMatchObject({ status: 'under-way', creating: { made: 2, of: 2 } });
    await ownInbox(world).empty({ times: 2 });
    expect(table.rows().filter(({ pk, sk }) => String(pk).startsWith('CASE#') && sk === 'REC')).toHaveLength(2);
  });

  test('takes two ends that come at once, one after the other', async () => {
    await inbox.empty();
    for (const { caseId } of (await show()).parts) await world.send(cases.withdraw(caseId, { actor: founder }));
    expect(await inbox.waiting()).toHaveLength(2);
    await inbox.empty();
    expect(await show()).toMatchObject({ status: 'done', parts: [{ outcome: 'withdrawn' }, { outcome: 'withdrawn' }] });
  });
});

test('a draft whose item is offered no more is not handed in; without that item it is', async () => {
  const { world, form } = await opened(fakeTable());
  const withSign = { ...existing, answers: { company: 'existing', sign: 'yes' } };
  const { id } = (await world.send(bundles.begin({ ...withSign, form }))).body;
  const ending = { whole: false, items: [], withdraw: [{ key: 'signboard', reason: '改为备案' }] };
  expect((await cases.publish(world, { departments: [], ...ending })).status).toBe(200);
  const { body } = await world.send(bundles.act(id, 'submit'));
  expect([body.code, body.errors]).toMatchObject(['item-withdrawn', [{ pointer: '/parts/signboard' }]]);
  expect(outline(await world.send(bundles.begin({ ...existing, form })))).toBe(201);

  await world.send(bundles.save(id, 1, { body: { answers: existing.answers, form } }));
  expect(outline(await world.send(bundles.act(id, 'submit')))).toBe(200);
});
