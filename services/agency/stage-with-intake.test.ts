import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { amr, itemOf } from '../intake/cases.fake.ts';
import { openStages } from '../../test/support/agency-stages.ts';
import * as bundles from '../../test/support/bundles.ts';
import * as intake from '../../test/support/intake.ts';
import { staffActor } from '../../test/support/actors.ts';
import { fill, hearPlans, investor, open } from '../../test/support/stages.ts';

const keys = ['project-filing', 'site-opinion', 'land-planning-permit', 'heritage-survey'];

test('what agency has planned is opened, answered, accepted and decided in intake, and agency sees it so', async () => {
  const stages = await openStages();
  const { id } = stages;
  stages.clock.now = new Date('2026-08-03T00:30:00Z');
  await stages.stageAct('plan');
  const world = intake.intakeOver(fakeTable());
  const inbox = bundles.ownInbox(world);
  await intake.publish(world, { departments: [amr], items: keys.map((key) => itemOf({ key })) });
  const told = stages
    .planned()
    .map((one) => ({ ...one, data: { ...one.data, investor: investor.partyId, lead: 'amr' } }));
  expect(await hearPlans(world.deps, ...told)).toBe(0);
  const opened = await open(world, { projectId: id, stage: 1 });
  expect(opened.status).toBe(201);
  const bundleId = opened.body.id;
  await fill(world, bundleId);
  expect(await world.send(bundles.act(bundleId, 'submit', { actor: investor }))).toMatchObject({ status: 200 });
  const hear = async () => {
    await inbox.empty();
    const wanted = new Set(['intake.application-submitted.v1', 'intake.case-changed.v2', 'intake.stage-changed.v1']);
    for (const one of await world.facts()) if (wanted.has(one.type)) await stages.hear(one);
  };
  await hear();
  expect(await stages.round()).toMatchObject({
    status: 'handed-in',
    items: [{ standing: 'open' }, { standing: 'waiting' }, {}, { standing: 'open' }],
  });
  const approver = staffActor('approver', { department: 'amr' }, 'amr-approver');
  const lead = staffActor('lead', { department: 'amr' }, 'amr-lead');
  for (const key of ['project-filing', 'heritage-survey'])
    expect(
      await world.send(bundles.act(bundleId, `items/${key}/answer`, { actor: approver, body: { answer: 'complete' } })),
    ).toMatchObject({ status: 200 });
  expect(await world.send(bundles.act(bundleId, 'accept', { actor: lead }))).toMatchObject({ status: 200 });
  await hear();
  expect(await stages.round()).toMatchObject({
    status: 'accepted',
    clock: {},
    items: [{ answer: 'complete', acceptedOn: '2026-08-03' }, {}, {}, {}],
  });
  expect(await stages.project()).toMatchObject({ status: 'in-approval' });
  const outcomes = { 'project-filing': 'refused', 'heritage-survey': 'granted' };
  const { parts } = (await world.send(bundles.show(bundleId, lead))).body;
  for (const [key, outcome] of Object.entries(outcomes)) {
    const { caseId } = parts.find(({ item }: { item: string }) => item === key);
    const { version } = (await world.send(intake.read(caseId, { actor: approver }))).body;
    const body = { outcome, opinion: '见意见书', ...(outcome === 'refused' && { reasons: '不符合条件' }) };
    expect(await world.send(intake.decide(caseId, version, { actor: approver, body }))).toMatchObject({ status: 200 });
  }
  await hear();
  expect(await stages.round()).toMatchObject({
    status: 'partly-granted',
    items: [{ standing: 'refused' }, { standing: 'stopped' }, { standing: 'stopped' }, { standing: 'granted' }],
  });
  expect((await stages.stageAct('reopen')).body).toMatchObject({ round: 2 });
});
