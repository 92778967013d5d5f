import { expect, test } from 'vitest';
import { officer } from '../../test/support/agency.ts';
import { acceptedStage, leadOf, openStages } from '../../test/support/agency-stages.ts';

const body = { itemKey: 'heritage-survey' };

async function urging() {
  const stages = await acceptedStage();
  const urge = (actor = leadOf('mnr'), itemKey = body.itemKey) => stages.stageAct('urge', { actor, body: { itemKey } });
  const told = () => stages.facts().filter(({ type }) => type === 'agency.task-urged.v1');
  return { ...stages, urge, told };
}

test('the lead urges a department once on a working day for each item, and from the second time on its head is told too', async () => {
  const { urge, told, at, round, teller } = await urging();
  at(7);
  expect(await urge()).toMatchObject({ status: 200, body: { n: 1, headToo: false } });
  expect(await urge(officer)).toMatchObject({ status: 409, body: { code: 'urged-today' } });
  expect(await urge(officer, 'project-filing')).toMatchObject({ status: 200, body: { n: 1 } });
  at(8);
  expect(await urge()).toMatchObject({ status: 409, body: { code: 'not-worked-today' } });
  at(10);
  expect(await urge()).toMatchObject({ status: 200, body: { n: 2, headToo: true } });
  const { caseId } = teller('heritage-survey');
  const of = { itemKey: body.itemKey, department: 'heritage', caseId };
  const [first, second] = told().filter(({ data }) => data['itemKey'] === body.itemKey);
  expect(first?.data).toMatchObject({ ...of, n: 1 });
  expect(first?.data).not.toHaveProperty('copies');
  expect(second?.data).toMatchObject({ ...of, n: 2, copies: 'head' });
  expect((await round()).items[3]).toMatchObject({ urged: { n: 2, on: '2026-08-10' } });
});

test('nobody is urged while the item waits for others, is paused or decided, and the urged decides nothing by silence', async () => {
  const { urge, hear, teller, at, round } = await urging();
  at(7);
  expect(await urge(officer, 'site-opinion')).toMatchObject({ status: 409, body: { code: 'nothing-to-urge' } });
  await hear(teller('heritage-survey').changed([4, 6], 'suspended'));
  expect(await urge()).toMatchObject({ status: 409, body: { code: 'nothing-to-urge' } });
  await hear(teller('heritage-survey').changed([5, 7], 'accepted'));
  expect(await urge()).toMatchObject({ status: 200 });
  at(31);
  expect((await round()).items[3]).toMatchObject({ standing: 'open' });
});

test('a department is urged to answer whether its part is complete, until it has', async () => {
  const { stageAct, hear, teller, bundle } = await openStages();
  await stageAct('plan');
  await hear(teller('heritage-survey').submitted(4, 'heritage-survey'), bundle('handed-in', [2, 4]));
  expect(await stageAct('urge', { body })).toMatchObject({ status: 200 });
  const { caseId } = teller('heritage-survey');
  const items = [{ itemKey: 'heritage-survey', caseId, department: 'heritage', answer: 'lacking' }];
  await hear(bundle('handed-in', [3, 4], { items }));
  expect(await stageAct('urge', { body })).toMatchObject({ status: 409, body: { code: 'nothing-to-urge' } });
});

test('only the lead of the department that leads the stage urges, and who carries the project', async () => {
  const { urge } = await urging();
  expect(await urge(leadOf('heritage'))).toMatchObject({ status: 404 });
});
