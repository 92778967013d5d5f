import { expect, test } from 'vitest';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { officer } from '../../test/support/agency.ts';
import { acceptedStage, grantChain, officerLead, openStages } from '../../test/support/agency-stages.ts';

test('what is left of a stage is planned with what each item waits for, and told', async () => {
  const { stageAct, planned, shown, id } = await openStages();
  const { status, body } = await stageAct('plan');
  const items = [
    { itemKey: 'project-filing', department: 'ndrc', needs: [] },
    { itemKey: 'site-opinion', department: 'mnr', needs: ['project-filing'] },
    { itemKey: 'land-planning-permit', department: 'mnr', needs: ['site-opinion'] },
    { itemKey: 'heritage-survey', department: 'heritage', needs: [] },
  ];
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { round: 1, status: 'planned', items, leftOut: [{ itemKey: 'project-approval', because: 'off' }] },
  });
  expect(planned()).toMatchObject([
    {
      subject: body.id,
      sequence: 1,
      data: { projectId: id, stage: 1, round: 1, lead: 'mnr', limit: { n: 10 }, officer: officer.partyId },
    },
  ]);
  expect(await shown()).toMatchObject({ rounds: [{ items: items.map((one) => ({ ...one, standing: 'waiting' })) }] });
});

test('no item of a stage is planned before what it needs of another one: nothing of the second is left before the first', async () => {
  const { stageAct } = await openStages();
  expect(await stageAct('plan', { n: 2 })).toMatchObject({ status: 409, body: { code: 'nothing-left' } });
  const { body } = await stageAct('plan', { n: 3 });
  expect(body.items.map(({ itemKey }: { itemKey: string }) => itemKey)).toEqual([
    'soil-conservation',
    'eia-form',
    'utilities-connection',
  ]);
  expect(body.leftOut).toContainEqual({ itemKey: 'construction-permit', because: 'waits' });
});

test('facts that decide about items of the stage are asked for first', async () => {
  const { stageAct } = await openStages({ filingKind: undefined, heritageArea: undefined });
  expect(await stageAct('plan')).toMatchObject({
    status: 409,
    body: { code: 'facts-missing', errors: [{ pointer: '/facts/filingKind' }, { pointer: '/facts/heritageArea' }] },
  });
});

test('a stage is planned again while nothing of it was applied for, and not after', async () => {
  const { stageAct, act, id, planned, bundle, hear } = await openStages();
  await stageAct('plan');
  const { name, kind, place } = coded;
  const facts = { filingKind: 'filing', heritageArea: false };
  await act(id, 'edit', { body: { name, kind, place, facts } });
  expect((await stageAct('plan')).body).toMatchObject({ round: 1, version: 2 });
  expect(planned().map(({ data }) => (Array.isArray(data['items']) ? data['items'].length : 0))).toEqual([4, 3]);
  await hear(bundle('handed-in', [2, 4]));
  expect(await stageAct('plan')).toMatchObject({ status: 409, body: { code: 'stage-under-way' } });
  expect(await stageAct('reopen')).toMatchObject({ status: 409, body: { code: 'not-reopenable' } });
});

test('who carries the project plans its stages, and the lead of the officers', async () => {
  const { stageAct } = await openStages();
  const other = staffActor('officer', {}, 'another officer');
  expect(await stageAct('plan', { actor: other })).toMatchObject({ status: 403, body: { code: 'not-carried' } });
  expect(await stageAct('plan', { actor: officerLead })).toMatchObject({ status: 200 });
});

test('the open rounds of a set are read page by page, each once', async () => {
  const { ask, register, stageAct, id } = await openStages();
  await stageAct('plan');
  const facts = { filingKind: 'filing', heritageArea: false };
  const others = [
    await register({ ...coded, code: '2607-350102-04-01-000011', facts }),
    await register({ ...coded, code: '2607-350102-04-01-000012', facts }),
  ];
  for (const other of others)
    await ask({ method: 'POST', path: `/agency/projects/${other}/stages/1/plan`, body: {}, actor: officer });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '1', ...(cursor && { cursor }) };
    const { body } = await ask({ path: '/agency/stages', query, actor: officerLead });
    seen.push(...body.items.map(({ projectId }: { projectId: string }) => projectId));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.toSorted()).toEqual([id, ...others].toSorted());
});

test('a project that has ended leaves no round open: it is given up, and what its cases still decide opens none', async () => {
  const stages = await acceptedStage();
  const { act, ask, at, facts, hear, id, shown } = stages;
  const listed = async () => (await ask({ path: '/agency/stages', actor: officerLead })).body.items;
  const news = () => facts().filter(({ type }) => type === 'agency.project-changed.v1');
  await hear(...news());
  expect(await listed()).toMatchObject([{ projectId: id, status: 'accepted' }]);
  at(10);
  expect(await act(id, 'terminate', { actor: officerLead, body: { reasons: '不再建设' } })).toMatchObject({
    status: 200,
  });
  const last = news().filter(({ data }) => data['state'] === 'terminated');
  await hear(...last);
  expect(await listed()).toEqual([]);
  const { rounds } = await shown();
  expect(rounds).toMatchObject([{ status: 'given-up' }]);
  at(12);
  await hear(...last);
  await grantChain(stages);
  expect((await shown()).rounds[0]).toMatchObject({ status: 'given-up', endedAt: rounds[0].endedAt });
});
