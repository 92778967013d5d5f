import { expect, test } from 'vitest';
import { acceptedStage, granted, openStages, refused } from '../../test/support/agency-stages.ts';
import { tellerOf } from '../../test/support/case-teller.ts';

const permit = 'construction-permit';
const lastStage = [
  'planning-verification',
  'fire-acceptance',
  'archive-acceptance',
  'completion-filing',
  'first-property-registration',
  'land-verification',
  'joint-survey',
];

/** Each of these items was applied for and decided on a day of its own. */
async function decide({ hear, id }: Awaited<ReturnType<typeof openStages>>, keys: readonly string[], from = 20) {
  for (const [n, key] of keys.entries()) {
    const teller = tellerOf(id, from + n);
    await hear(teller.submitted(5, key), teller.changed([4, 6 + n], 'decided', granted));
  }
}

test('the permit to build is granted and the project is under construction; all of the last stage, and it is completed', async () => {
  const stages = await acceptedStage();
  await decide(stages, [permit]);
  expect(await stages.project()).toMatchObject({ status: 'under-construction' });
  await decide(stages, lastStage.slice(1), 30);
  expect(await stages.project()).toMatchObject({ status: 'under-construction' });
  await decide(stages, lastStage.slice(0, 1), 50);
  expect(await stages.project()).toMatchObject({ status: 'completed' });
});

test('facts that overtake one another bring a project as far', async () => {
  const stages = await openStages();
  await stages.stageAct('plan');
  await decide(stages, lastStage, 30);
  expect(await stages.project()).toMatchObject({ status: 'coded' });
  await decide(stages, [permit]);
  expect(await stages.project()).toMatchObject({ status: 'completed' });
  await stages.hear(stages.bundle('accepted', [3, 5]));
  expect(await stages.project()).toMatchObject({ status: 'completed', approvalBegan: '2026-08-05T02:00:00.000Z' });
});

test('a suspended project goes on from where its cases have brought it meanwhile', async () => {
  const stages = await acceptedStage();
  await stages.act(stages.id, 'suspend', { body: { reasons: '资金暂缺' } });
  await decide(stages, [permit]);
  expect(await stages.project()).toMatchObject({ status: 'suspended', was: 'under-construction' });
  expect((await stages.act(stages.id, 'resume')).body).toMatchObject({ status: 'under-construction' });
});

test('nobody says by hand what cases that are known speak against; what was granted elsewhere is said by hand', async () => {
  const stages = await acceptedStage();
  const { act, hear, id } = stages;
  await hear(tellerOf(id, 20).submitted(5, permit));
  expect(await act(id, 'begin-construction')).toMatchObject({ status: 409, body: { code: 'facts-otherwise' } });
  await hear(tellerOf(id, 20).changed([4, 6], 'decided', refused));
  expect(await act(id, 'begin-construction')).toMatchObject({ status: 409, body: { code: 'facts-otherwise' } });
  const other = await openStages();
  await other.act(other.id, 'begin-approval');
  expect(await other.act(other.id, 'begin-construction')).toMatchObject({ status: 200 });
  await other.hear(tellerOf(other.id, 21).submitted(5, 'fire-acceptance'));
  expect(await other.act(other.id, 'complete')).toMatchObject({ status: 409, body: { code: 'facts-otherwise' } });
});
