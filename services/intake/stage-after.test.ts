import { beforeEach, expect, test } from 'vitest';
import * as bundles from '../../test/support/bundles.ts';
import { outline, stageDesk } from '../../test/support/stage-desk.ts';
import { fill, investor, open, plan, short, stageFacts } from '../../test/support/stages.ts';

let desk: Awaited<ReturnType<typeof stageDesk>>;
beforeEach(async () => {
  desk = await stageDesk();
});

test('what waits for another item is accepted as it is made, and asked once like any other', async () => {
  await desk.accepted();
  expect(await desk.decide('survey', 3)).toBe(200);
  await desk.inbox.empty();
  expect(await desk.caseAt('permit')).toMatchObject({ status: 'accepted' });
  expect(await desk.supplement('permit')).toBe(200);
  expect(await desk.findings()).toEqual([]);
});

test('after acceptance a case is asked once more at the most, alone, and what could be seen before is counted against the office', async () => {
  await desk.accepted();
  expect(await desk.supplement('survey', { shownBy: 'on-site' })).toBe(200);
  expect(await desk.caseAt('survey')).toMatchObject({ status: 'supplementing' });
  expect(await desk.caseAt('hygiene')).toMatchObject({ status: 'accepted' });
  const paused = (await desk.world.facts()).filter(({ data }) => data['state'] === 'supplementing');
  expect(paused.map(({ data }) => data)).toMatchObject([
    { projectId: short.projectId, stage: 3, bundleId: desk.id, since: '2026-08-03T01:00:00.000Z' },
  ]);
  desk.at('05T10:00');
  expect(await desk.resubmit('survey')).toBe(200);
  const resumed = (await desk.world.facts()).filter(({ data }) => data['reasonCode'] === 'resubmit');
  expect(resumed.map(({ data }) => data)).toMatchObject([{ state: 'accepted', since: '2026-08-05T02:00:00.000Z' }]);
  expect(await desk.supplement('survey', { shownBy: 'on-site' })).toBe('wrong-state');
  expect(await desk.findings()).toEqual([]);
  expect(await desk.supplement('hygiene')).toBe(200);
  expect(await desk.findings()).toEqual([['second-notice', 'health']]);
});

test('a stage is planned anew for what was refused: the next round has a bundle of its own', async () => {
  await desk.accepted();
  const refusal = { outcome: 'refused', opinion: '不符合规划条件', reasons: '用地性质与控制性详细规划不一致' };
  expect(await desk.decide('survey', 3, refusal)).toBe(200);
  expect(await desk.decide('hygiene', 3)).toBe(200);
  await desk.inbox.empty();
  const done = (await stageFacts(desk.world)).at(-1)?.data;
  expect(done).toMatchObject({ state: 'done', round: 1 });
  expect(outline(await open(desk.world))).toBe('stage-has-bundle');
  const items = [
    { itemKey: 'survey', needs: [] },
    { itemKey: 'permit', needs: ['survey'] },
  ];
  await plan(desk.world, { ...short, round: 2, items });
  const next = (await open(desk.world)).body.id;
  await fill(desk.world, next);
  expect((await desk.world.send(bundles.show(next, investor))).body.joint).toMatchObject({ round: 2 });
});
