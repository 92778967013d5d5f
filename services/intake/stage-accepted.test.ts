import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import { amr, complete, health, lacking, lead, missing, stageDesk } from '../../test/support/stage-desk.ts';
import { investor, stageFacts } from '../../test/support/stages.ts';

let desk: Awaited<ReturnType<typeof stageDesk>>;
beforeEach(async () => {
  desk = await stageDesk();
});

test('a case of a stage is neither accepted, asked nor decided by its department alone: the refusal names the lead', async () => {
  const found = await desk.caseOf('survey');
  const refused = await desk.world.send(cases.accept(found, { actor: amr }));
  expect([refused.status, refused.body.code]).toEqual([409, 'stage-not-accepted']);
  expect(refused.body.errors).toMatchObject([{ pointer: '/joint/lead', message: '牵头部门：卫生健康局（health）。' }]);
  const body = { defects: [missing], days: 5 };
  expect(await desk.act('survey', 'request-correction', { actor: amr, body })).toBe('stage-not-accepted');
  expect((await desk.world.send(cases.read(found, { actor: amr }))).body.actions).not.toContain('accept');
});

test('where nothing is lacking the lead accepts the stage, and each of its cases runs from that moment', async () => {
  expect(await desk.accept()).toBe('stage-unanswered');
  expect(await desk.answer('survey', complete)).toBe(200);
  expect(await desk.answer('hygiene', complete)).toBe(200);
  expect(await desk.notice()).toBe('nothing-lacking');
  expect((await desk.show()).actions).toEqual(['accept-stage']);
  expect(await desk.accept(amr)).toBe('not-your-department');
  desk.at('04T10:00');
  expect(await desk.accept()).toBe(200);
  expect(await desk.accept()).toBe('wrong-state');
  await desk.inbox.empty({ times: 2 });
  for (const item of ['survey', 'hygiene']) {
    expect(await desk.caseAt(item)).toMatchObject({ status: 'accepted', acceptedAt: '2026-08-04T02:00:00.000Z' });
  }
  const states = (await stageFacts(desk.world)).map(({ data }) => data['state']);
  expect(states).toEqual(['accepted']);
  expect((await desk.show(investor)).joint).toMatchObject({
    lead: 'health',
    accepted: { at: '2026-08-04T02:00:00.000Z', by: 'office' },
  });
});

test('departments say what is lacking, the lead tells it once, and accepts when it has come back', async () => {
  expect(await desk.answer('survey', { answer: 'lacking', defects: [{ ...missing, pointer: '/nothing' }] })).toBe(
    'not-on-list',
  );
  expect(await desk.answer('survey', lacking, health)).toBe('not-your-department');
  expect(await desk.answer('permit', complete)).toBe('wrong-state');
  expect(await desk.answer('survey', lacking)).toBe(200);
  expect(await desk.notice()).toBe('stage-unanswered');
  expect(await desk.answer('hygiene', complete)).toBe(200);
  expect(await desk.accept()).toBe('notice-first');
  expect((await desk.show(investor)).joint.items[0]).toEqual({
    item: 'survey',
    department: 'amr',
    answer: 'lacking',
    at: '2026-08-03T01:00:00.000Z',
  });
  expect((await desk.show()).joint.items[0].defects).toEqual([missing]);

  expect(await desk.notice()).toBe(200);
  expect(await desk.notice()).toBe('notice-given');
  expect(await desk.answer('hygiene', lacking)).toBe('wrong-state');
  await desk.inbox.empty({ times: 2 });
  expect(await desk.caseAt('survey')).toMatchObject({
    status: 'correcting',
    corrections: [{ defects: [missing], days: 5 }],
  });
  expect(await desk.caseAt('hygiene')).toMatchObject({ status: 'submitted', corrections: [] });
  const told = await stageFacts(desk.world);
  expect(told.map(({ data }) => data['state'])).toEqual(['handed-in', 'handed-in', 'handed-in', 'noticed']);
  expect(await desk.accept()).toBe('stage-cases-wait');

  expect(await desk.resubmit('survey')).toBe(200);
  expect(await desk.accept()).toBe(200);
  await desk.inbox.empty();
  expect(await desk.caseAt('survey')).toMatchObject({ status: 'accepted' });
});

test('the lead waits for a refusal of acceptance that a department has proposed', async () => {
  await desk.answer('survey', complete);
  await desk.answer('hygiene', complete);
  const body = { reasons: '该地块不属于勘测范围，无需办理', guidance: '直接办理后续事项' };
  expect(await desk.act('survey', 'propose-refusal', { actor: amr, body })).toBe(200);
  const waiting = await desk.world.send(bundles.act(desk.id, 'accept', { actor: lead }));
  expect([waiting.body.code, waiting.body.errors[0]]).toMatchObject([
    'stage-cases-wait',
    { pointer: '/parts/survey', code: 'refusal-proposed' },
  ]);
  const head = staffActor('head', { department: 'amr' }, 'amr-head');
  expect(await desk.act('survey', 'overturn-refusal', { actor: head, body: { opinion: '仍需勘测' } })).toBe(200);
  expect(await desk.accept()).toBe(200);
});

test('a department that says nothing for three working days has said that all is there, and may not say otherwise later', async () => {
  expect(await desk.answer('survey', complete)).toBe(200);
  desk.at('06T23:59');
  await desk.hour();
  expect(await desk.accept()).toBe('stage-unanswered');
  desk.at('07T00:30');
  expect(await desk.answer('hygiene', lacking)).toBe('deadline-passed');
  await desk.hour();
  const { joint, actions } = await desk.show();
  expect(joint.items.map((one: { answer: string }) => one.answer)).toEqual(['complete', 'silent', undefined]);
  expect(actions).toEqual(['accept-stage']);
  expect(await desk.accept()).toBe(200);
});

test('a stage that nobody has accepted or told anything of in five working days is accepted as of its receipt, and its lead answers for it', async () => {
  desk.at('07T00:30');
  await desk.hour();
  desk.at('10T23:30');
  await desk.hour();
  expect((await desk.show()).joint.accepted).toBeUndefined();
  desk.at('11T00:30');
  await desk.hour();
  await desk.inbox.empty();
  expect((await desk.show()).joint.accepted).toEqual({ at: '2026-08-03T01:00:00.000Z', by: 'silence' });
  expect(await desk.caseAt('survey')).toMatchObject({ status: 'accepted', acceptedAt: '2026-08-03T01:00:00.000Z' });
  expect(await desk.findings()).toEqual([
    ['silent-acceptance', 'health'],
    ['silent-acceptance', 'health'],
  ]);
});
