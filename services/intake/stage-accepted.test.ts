import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox } from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { fill, handedIn, investor, open, plan, short, shortCatalogue, stageFacts } from '../../test/support/stages.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const amr = staffActor('approver', { department: 'amr' }, 'amr-approver');
const health = staffActor('approver', { department: 'health' }, 'health-approver');
const lead = staffActor('lead', { department: 'health' }, 'health-lead');
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const missing = { pointer: '/operator', what: '经营者名称与执照不一致', mend: '按营业执照填写' };
const lacking = { answer: 'lacking', defects: [missing] };
const complete = { answer: 'complete' };

let world: IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
let id: string;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  inbox = ownInbox(world);
  await cases.publish(world, shortCatalogue);
  await plan(world, short);
  id = await handedIn(world, inbox);
});

const show = async (actor = lead) => (await world.send(bundles.show(id, actor))).body;
const caseOf = async (item: string): Promise<string> =>
  (await show()).parts.find((part: { item: string }) => part.item === item).caseId;
const caseAt = async (item: string) => (await world.send(cases.read(await caseOf(item), { actor: investor }))).body;
const answer = async (item: string, body: object, actor = item === 'hygiene' ? health : amr) =>
  outline(await world.send(bundles.act(id, `items/${item}/answer`, { actor, body })));
const notice = async (actor = lead) =>
  outline(await world.send(bundles.act(id, 'notice', { actor, body: { days: 5 } })));
const accept = async (actor = lead) => outline(await world.send(bundles.act(id, 'accept', { actor })));
const at = (day: string) => {
  world.clock.now = new Date(`2026-08-${day}:00+08:00`);
};
const supplement = async (item: string, rest: object = {}) => {
  const actor = item === 'hygiene' ? health : amr;
  const body = { defects: [missing], days: 5, why: '现场发现', ...rest };
  return outline(await world.send(cases.act(await caseOf(item), 'request-supplement', { actor, body })));
};
const findings = async () => {
  const path = '/intake/supervision/findings';
  const { body } = await world.send({ path, query: { status: 'open' }, actor: cases.people.supervisor });
  return body.items.map((one: { rule: string; department: string }) => [one.rule, one.department]);
};
const hour = () => passTimeHourly(world.deps)();

test('a case of a stage is neither accepted, asked nor decided by its department alone: the refusal names the lead', async () => {
  const found = await caseOf('survey');
  const refused = await world.send(cases.accept(found, { actor: amr }));
  expect([refused.status, refused.body.code]).toEqual([409, 'stage-not-accepted']);
  expect(refused.body.errors).toMatchObject([{ pointer: '/joint/lead', message: '牵头部门：卫生健康局（health）。' }]);
  const body = { defects: [missing], days: 5 };
  expect(outline(await world.send(cases.act(found, 'request-correction', { actor: amr, body })))).toBe(
    'stage-not-accepted',
  );
  expect((await world.send(cases.read(found, { actor: amr }))).body.actions).not.toContain('accept');
});

test('where nothing is lacking the lead accepts the stage, and each of its cases runs from that moment', async () => {
  expect(await accept()).toBe('stage-unanswered');
  expect(await answer('survey', complete)).toBe(200);
  expect(await answer('hygiene', complete)).toBe(200);
  expect(await notice()).toBe('nothing-lacking');
  expect((await show()).actions).toEqual(['accept-stage']);
  expect(await accept(amr)).toBe('not-your-department');
  at('04T10:00');
  expect(await accept()).toBe(200);
  expect(await accept()).toBe('wrong-state');
  await inbox.empty({ times: 2 });
  for (const item of ['survey', 'hygiene']) {
    expect(await caseAt(item)).toMatchObject({ status: 'accepted', acceptedAt: '2026-08-04T02:00:00.000Z' });
  }
  const states = (await stageFacts(world)).map(({ data }) => data['state']);
  expect(states).toEqual(['accepted']);
  expect((await show(investor)).joint).toMatchObject({
    lead: 'health',
    accepted: { at: '2026-08-04T02:00:00.000Z', by: 'office' },
  });
});

test('what waits for another item is accepted as it is made, and asked once like any other', async () => {
  await answer('survey', complete);
  await answer('hygiene', complete);
  await accept();
  await inbox.empty();
  const survey = await caseOf('survey');
  expect(outline(await world.send(cases.decide(survey, 3, { actor: amr })))).toBe(200);
  await inbox.empty();
  expect(await caseAt('permit')).toMatchObject({ status: 'accepted' });
  expect(await supplement('permit')).toBe(200);
  expect(await findings()).toEqual([]);
});

test('after acceptance a case is asked once more at the most, alone, and what could be seen before is counted against the office', async () => {
  await answer('survey', complete);
  await answer('hygiene', complete);
  await accept();
  await inbox.empty();
  expect(await supplement('survey', { shownBy: 'on-site' })).toBe(200);
  expect(await caseAt('survey')).toMatchObject({ status: 'supplementing' });
  expect(await caseAt('hygiene')).toMatchObject({ status: 'accepted' });
  const paused = (await world.facts()).filter(({ data }) => data['state'] === 'supplementing');
  expect(paused.map(({ data }) => data)).toMatchObject([
    { projectId: short.projectId, stage: 3, bundleId: id, since: '2026-08-03T01:00:00.000Z' },
  ]);
  at('05T10:00');
  const changes = [{ pointer: '/operator', value: '示例公司' }];
  const back = cases.act(await caseOf('survey'), 'resubmit', { actor: investor, body: { changes } });
  expect(outline(await world.send(back))).toBe(200);
  const resumed = (await world.facts()).filter(({ data }) => data['reasonCode'] === 'resubmit');
  expect(resumed.map(({ data }) => data)).toMatchObject([{ state: 'accepted', since: '2026-08-05T02:00:00.000Z' }]);
  expect(await supplement('survey', { shownBy: 'on-site' })).toBe('wrong-state');
  expect(await findings()).toEqual([]);
  expect(await supplement('hygiene')).toBe(200);
  expect(await findings()).toEqual([['second-notice', 'health']]);
});

test('departments say what is lacking, the lead tells it once, and accepts when it has come back', async () => {
  expect(await answer('survey', { answer: 'lacking', defects: [{ ...missing, pointer: '/nothing' }] })).toBe(
    'not-on-list',
  );
  expect(await answer('survey', lacking, health)).toBe('not-your-department');
  expect(await answer('permit', complete)).toBe('wrong-state');
  expect(await answer('survey', lacking)).toBe(200);
  expect(await notice()).toBe('stage-unanswered');
  expect(await answer('hygiene', complete)).toBe(200);
  expect(await accept()).toBe('notice-first');
  expect((await show(investor)).joint.items[0]).toEqual({
    item: 'survey',
    department: 'amr',
    answer: 'lacking',
    at: '2026-08-03T01:00:00.000Z',
  });
  expect((await show()).joint.items[0].defects).toEqual([missing]);

  expect(await notice()).toBe(200);
  expect(await notice()).toBe('notice-given');
  expect(await answer('hygiene', lacking)).toBe('wrong-state');
  await inbox.empty({ times: 2 });
  expect(await caseAt('survey')).toMatchObject({
    status: 'correcting',
    corrections: [{ defects: [missing], days: 5 }],
  });
  expect(await caseAt('hygiene')).toMatchObject({ status: 'submitted', corrections: [] });
  const told = await stageFacts(world);
  expect(told.map(({ data }) => data['state'])).toEqual(['handed-in', 'handed-in', 'handed-in', 'noticed']);
  expect(await accept()).toBe('stage-cases-wait');

  const changes = [{ pointer: '/operator', value: '示例公司' }];
  const back = cases.act(await caseOf('survey'), 'resubmit', { actor: investor, body: { changes } });
  expect(outline(await world.send(back))).toBe(200);
  expect(await accept()).toBe(200);
  await inbox.empty();
  expect(await caseAt('survey')).toMatchObject({ status: 'accepted' });
});

test('a department that says nothing for three working days has said that all is there, and may not say otherwise later', async () => {
  expect(await answer('survey', complete)).toBe(200);
  at('06T23:59');
  await hour();
  expect(await accept()).toBe('stage-unanswered');
  at('07T00:30');
  expect(await answer('hygiene', lacking)).toBe('deadline-passed');
  await hour();
  const { joint, actions } = await show();
  expect(joint.items.map((one: { answer: string }) => one.answer)).toEqual(['complete', 'silent', undefined]);
  expect(actions).toEqual(['accept-stage']);
  expect(await accept()).toBe(200);
});

test('a stage that nobody has accepted or told anything of in five working days is accepted as of its receipt, and its lead answers for it', async () => {
  at('07T00:30');
  await hour();
  at('10T23:30');
  await hour();
  expect((await show()).joint.accepted).toBeUndefined();
  at('11T00:30');
  await hour();
  await inbox.empty();
  expect((await show()).joint.accepted).toEqual({ at: '2026-08-03T01:00:00.000Z', by: 'silence' });
  expect(await caseAt('survey')).toMatchObject({ status: 'accepted', acceptedAt: '2026-08-03T01:00:00.000Z' });
  expect(await findings()).toEqual([
    ['silent-acceptance', 'health'],
    ['silent-acceptance', 'health'],
  ]);
});

test('a stage is planned anew for what was refused: the next round has a bundle of its own', async () => {
  await answer('survey', complete);
  await answer('hygiene', complete);
  await accept();
  await inbox.empty();
  const refusal = { outcome: 'refused', opinion: '不符合规划条件', reasons: '用地性质与控制性详细规划不一致' };
  const refuse = async (item: string, actor: typeof amr) =>
    outline(await world.send(cases.decide(await caseOf(item), 3, { actor, body: refusal })));
  expect(await refuse('survey', amr)).toBe(200);
  expect(outline(await world.send(cases.decide(await caseOf('hygiene'), 3, { actor: health })))).toBe(200);
  await inbox.empty();
  const done = (await stageFacts(world)).at(-1)?.data;
  expect(done).toMatchObject({ state: 'done', round: 1 });
  expect(outline(await open(world))).toBe('stage-has-bundle');
  const items = [
    { itemKey: 'survey', needs: [] },
    { itemKey: 'permit', needs: ['survey'] },
  ];
  await plan(world, { ...short, round: 2, items });
  const next = (await open(world)).body.id;
  await fill(world, next);
  expect((await world.send(bundles.show(next, investor))).body.joint).toMatchObject({ round: 2 });
});
