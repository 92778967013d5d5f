import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox } from '../../test/support/bundles.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';
import {
  construction,
  fill,
  investor,
  open,
  plan,
  projectId,
  seedOf,
  short,
  shortCatalogue,
} from '../../test/support/stages.ts';

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, shortCatalogue);
});
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const show = async (id: string) => (await world.send(bundles.show(id, investor))).body;

test('a stage that was planned is one bundle: one form, one list of materials, and cases in the order of the plan', async () => {
  await cases.publish(world, { ...seedOf(construction.items.map(({ itemKey }) => itemKey)) });
  await plan(world, construction);
  const { id } = (await open(world)).body;
  expect(await show(id)).toMatchObject({ key: 'stage-3', status: 'draft', projectId, stage: 3, questions: [] });
  await fill(world, id);
  expect(outline(await world.send(bundles.act(id, 'submit', { actor: investor })))).toBe(200);
  await ownInbox(world).empty();
  const { parts, creating } = await show(id);
  expect(creating).toEqual({ made: 4, of: 5 });
  expect(parts.map(({ item, status }: { item: string; status: string }) => [item, status])).toEqual([
    ['soil-conservation', 'open'],
    ['civil-defence', 'open'],
    ['fire-design', 'open'],
    ['drawing-review', 'open'],
    ['construction-permit', 'waiting'],
  ]);
  const submitted = (await world.facts()).filter(({ type }) => type === 'intake.application-submitted.v1');
  const whose = submitted.map(({ data }) => [data['projectId'], data['stage'], data['partyId']]);
  expect(new Set(whose.map(String))).toEqual(new Set([[projectId, 3, investor.partyId].join(',')]));
  expect(whose).toHaveLength(4);
});

test('a stage that nobody has planned, and one of which an item cannot be applied for here, is not opened', async () => {
  expect(outline(await open(world))).toBe('stage-not-planned');
  const items = [...short.items, { itemKey: 'felling', needs: [] }];
  await plan(world, { ...short, items });
  const { status, body } = await open(world);
  expect([status, body.code]).toEqual([409, 'stage-not-offered']);
  expect(body.errors).toMatchObject([{ pointer: '/parts/felling', code: 'unknown-item' }]);
  expect(outline(await open(world, { stage: undefined }))).toBe('invalid-input');
});

test('a round of a stage has one bundle, until its draft is given up; a later round has another', async () => {
  await plan(world, short);
  const { id } = (await open(world)).body;
  const again = await open(world);
  expect(outline(again)).toBe('stage-has-bundle');
  expect(again.body.errors).toMatchObject([{ pointer: `/bundles/${id}` }]);
  await world.send(bundles.act(id, 'withdraw', { actor: investor, body: { reason: '不办了' } }));
  const next = await open(world);
  expect(outline(next)).toBe(201);
  expect(outline(await open(world))).toBe('stage-has-bundle');

  const items = [{ itemKey: 'hygiene', needs: [] }];
  await plan(world, { ...short, round: 2, items });
  const later = (await open(world)).body.id;
  expect((await show(later)).parts.map(({ item }: { item: string }) => item)).toEqual(['hygiene']);
});

test('who has no authority for a stage, or may not see its bundle, learns nothing of how it stands', async () => {
  await plan(world, short);
  const { id } = (await open(world)).body;
  const stranger = applicantActor('other', { kind: 'organisation' });
  const told = async (rest: object, actor = stranger) => {
    const { status, body } = await open(world, rest, actor);
    return [status, body.code, JSON.stringify(body).includes(id)];
  };
  expect(await told({})).toEqual([403, 'not-the-investor', false]);
  expect(await told({ authorityId: uuid(9, 7) })).toEqual([403, 'no-authority', false]);
  const applicant = { kind: 'organisation', uscc: '91350199MA00000015' };
  const atDesk = {
    channel: 'window',
    applicant,
    entry: {
      hall: 'gulou-hall',
      window: '3',
      documentsSeen: ['business-licence'],
      originalChecked: true,
      signatureKept: true,
    },
  };
  expect(await told(atDesk, staffActor('window'))).toEqual([409, 'stage-has-bundle', false]);
  expect(await told({}, investor)).toEqual([409, 'stage-has-bundle', true]);

  await plan(world, { ...short, round: 2, items: [{ itemKey: 'felling', needs: [] }] });
  expect(await told({})).toEqual([403, 'not-the-investor', false]);
});

test('what overtakes a later round or a later plan of it changes nothing', async () => {
  const items = short.items.slice(0, 2);
  expect(await plan(world, { ...short, items }, 2)).toBe(0);
  expect(await plan(world, short, 1)).toBe(0);
  expect((await show((await open(world)).body.id)).parts).toHaveLength(2);
  await plan(world, { ...short, round: 2, items: items.slice(0, 1) }, 1);
  await plan(world, short, 3);
  expect((await show((await open(world)).body.id)).parts).toHaveLength(1);
});

test('a draft whose stage was planned anew goes on under the plan of now, and is not handed in before', async () => {
  await plan(world, short);
  const { id } = (await open(world)).body;
  await fill(world, id);
  const items = [
    { itemKey: 'survey', needs: [] },
    { itemKey: 'permit', needs: ['survey'] },
  ];
  await plan(world, { ...short, items, lead: 'amr' }, 2);
  const act = async (name: string) => outline(await world.send(bundles.act(id, name, { actor: investor })));
  expect(await act('submit')).toBe('stage-planned-anew');
  expect((await show(id)).actions).toContain('move-to-successor');
  expect(await act('move-to-successor')).toBe(200);
  const moved = await show(id);
  expect(moved.parts.map(({ item }: { item: string }) => item)).toEqual(['survey', 'permit']);
  expect(moved).toMatchObject({ joint: { lead: 'amr', items: [{ item: 'survey' }, { item: 'permit' }] } });
  expect(Object.keys(moved.form.items)).toEqual(['survey', 'permit']);

  await plan(world, { ...short, round: 2 });
  expect(await act('submit')).toBe('stage-planned-anew');
  expect(await act('move-to-successor')).toBe('wrong-state');
});

test('in how many working days departments answer a supervisor says, for stages that are opened from then on', async () => {
  const path = '/intake/supervision/stages';
  const actor = staffActor('supervisor');
  const headers = { 'If-Match': '"0"' };
  const set = await world.send({ method: 'PUT', path, actor, headers, body: { answerDays: 2 } });
  expect(set.body).toMatchObject({ version: 1, answerDays: 2, setBy: 'supervisor' });
  expect((await world.send({ path, actor })).body).toEqual(set.body);
  await plan(world, short);
  const { id } = (await open(world)).body;
  await fill(world, id);
  await world.send(bundles.act(id, 'submit', { actor: investor }));
  expect((await show(id)).joint.answerBy).toBe('2026-08-05T15:59:59.999Z');
});

test('a stage is opened by its investor under any of his ids, by a desk or by his officer in his name, and by nobody else', async () => {
  await plan(world, short);
  expect(outline(await open(world, {}, applicantActor('other', { kind: 'organisation' })))).toBe('not-the-investor');
  const officer = staffActor('officer', {}, 'handler');
  const principal = investor.partyId;
  const scope = { items: ['*'], stages: [3], projectId };
  await told(world.deps, authorityFact(1, 1, { kind: 'officer', principal, scope }));
  const byOfficer = { channel: 'agency', authorityId: uuid(1, 7) };
  const { id } = (await open(world, byOfficer, officer)).body;
  expect((await world.send(bundles.show(id, officer))).body).toMatchObject({ channel: 'agency', projectId });
  const { parts } = (await world.send({ path: `${bundles.path}/${id}/guide`, actor: officer })).body;
  expect(parts).toHaveLength(3);

  await plan(world, { ...short, round: 2 });
  await told(world.deps, mergeFact(1, [investor.partyId, 'p_firm'], 'merged'));
  expect(outline(await open(world, {}, applicantActor('firm', { kind: 'organisation' })))).toBe(201);
});
