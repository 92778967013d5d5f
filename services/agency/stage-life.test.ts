import { expect, test } from 'vitest';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { investorActor, type officer, outsider } from '../../test/support/agency.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { recountRounds } from './functions/tick/recount-rounds.ts';
import { acceptedStage, grantChain, granted, leadOf, officerLead, refused } from '../../test/support/agency-stages.ts';

test('a stage that is accepted begins the approvals, and its days count from the day after', async () => {
  const { at, round, project } = await acceptedStage();
  expect(await project()).toMatchObject({ status: 'in-approval', approvalBegan: '2026-08-05T02:00:00.000Z' });
  at(13);
  expect(await round()).toMatchObject({
    status: 'accepted',
    handedInAt: '2026-08-04T02:00:00.000Z',
    clock: { used: 6, dueOn: '2026-08-19', light: 'green', overdue: false, pauses: [] },
    items: [
      { itemKey: 'project-filing', standing: 'open', acceptedOn: '2026-08-05' },
      { standing: 'waiting' },
      { standing: 'waiting' },
      { standing: 'open', dueOn: '2026-08-26' },
    ],
  });
});

test('only days on which every undecided item is paused are left out', async () => {
  const stages = await acceptedStage();
  const { hear, teller, round, at } = stages;
  await hear(teller('heritage-survey').changed([4, 6], 'suspended'));
  at(10);
  expect(await round()).toMatchObject({ clock: { used: 3, dueOn: '2026-08-19', pauses: [] } });
  await grantChain(stages);
  at(20);
  // From the 12th on nothing but the survey is undecided, and that is paused: nobody knows when the stage will be due.
  expect((await round()).clock).toEqual({ used: 5, light: 'paused', overdue: false, pauses: [{ from: '2026-08-12' }] });
  await hear(teller('heritage-survey').changed([5, 20], 'accepted'));
  at(31);
  expect(await round()).toMatchObject({
    clock: {
      used: 12,
      dueOn: '2026-08-27',
      light: 'red',
      overdue: true,
      pauses: [{ from: '2026-08-12', until: '2026-08-20' }],
    },
  });
});

test('nothing is granted by a limit that passes: it is overdue, listed, and still undecided', async () => {
  const { at, ask, round, id } = await acceptedStage();
  const listed = async (query: object, actor = officerLead) =>
    (await ask({ path: '/agency/stages', query: { ...query }, actor })).body.items;
  at(19);
  expect(await listed({ overdue: 'true' })).toEqual([]);
  expect(await listed({})).toMatchObject([{ projectId: id, stage: 1, dueOn: '2026-08-19', overdue: false }]);
  at(27);
  expect(await round()).toMatchObject({
    status: 'accepted',
    clock: { overdue: true },
    items: [{ standing: 'open' }, {}, {}, { standing: 'open', overdue: true }],
  });
  const overdue = [{ projectId: id, overdue: true, lead: 'mnr' }];
  expect(await listed({ overdue: 'true' })).toMatchObject(overdue);
  expect(await listed({ overdue: 'true' }, staffActor('supervisor'))).toMatchObject(overdue);
  expect(await listed({ overdue: 'true' }, leadOf('mnr'))).toMatchObject(overdue);
  expect(await listed({ overdue: 'true' }, leadOf('hc'))).toEqual([]);
});

test('what is refused stops what needs it, the others go on, and the stage ends partly granted', async () => {
  const stages = await acceptedStage();
  const { hear, teller, round, at } = stages;
  await hear(teller('project-filing').changed([4, 6], 'decided', refused));
  at(7);
  expect(await round()).toMatchObject({
    status: 'accepted',
    items: [
      { standing: 'refused' },
      { standing: 'stopped', decidedOn: '2026-08-06' },
      { standing: 'stopped' },
      { standing: 'open' },
    ],
  });
  await hear(teller('heritage-survey').changed([4, 10], 'decided', granted));
  at(31);
  expect(await round()).toMatchObject({
    status: 'partly-granted',
    endedAt: '2026-08-10T02:00:00.000Z',
    clock: { used: 3, overdue: false },
  });
});

test('a partly granted stage is reopened for what was refused and what that stopped', async () => {
  const stages = await acceptedStage();
  const { hear, teller, stageAct, shown, at, planned, bundle } = stages;
  await hear(teller('project-filing').changed([4, 6], 'decided', refused));
  await hear(teller('heritage-survey').changed([4, 10], 'decided', granted));
  at(12);
  expect(await stageAct('plan')).toMatchObject({ status: 409, body: { code: 'nothing-left' } });
  expect((await stageAct('reopen')).body).toMatchObject({
    round: 2,
    items: [
      { itemKey: 'project-filing', needs: [] },
      { itemKey: 'site-opinion', needs: ['project-filing'] },
      { itemKey: 'land-planning-permit', needs: ['site-opinion'] },
    ],
    leftOut: [{ itemKey: 'project-approval' }, { itemKey: 'heritage-survey', because: 'done' }],
  });
  expect(new Set(planned().map(({ data }) => data['round']))).toEqual(new Set([1, 2]));
  await hear(bundle('accepted', [2, 13], { round: 2 }));
  expect((await shown()).rounds).toMatchObject([{ status: 'partly-granted' }, { status: 'accepted' }]);
  expect(await stageAct('reopen')).toMatchObject({ body: { code: 'not-reopenable' } });
});

test('a stage of which everything is withdrawn is given up, and one that was wholly granted is', async () => {
  const left = await acceptedStage();
  await left.hear(
    left.teller('project-filing').changed([4, 6], 'withdrawn'),
    left.teller('heritage-survey').changed([4, 6], 'withdrawn'),
  );
  expect(await left.round()).toMatchObject({ status: 'given-up' });
  const whole = await acceptedStage();
  await grantChain(whole);
  await whole.hear(whole.teller('heritage-survey').changed([4, 12], 'decided', granted));
  whole.at(31);
  expect(await whole.round()).toMatchObject({ status: 'granted', clock: { used: 5 } });
});

test('the lead department sees all items, another one its own, and who has none finds no stage', async () => {
  const { round, ask, path } = await acceptedStage();
  const keys = async (actor: typeof officer) =>
    (await round(actor)).items.map(({ itemKey }: { itemKey: string }) => itemKey);
  const all = ['project-filing', 'site-opinion', 'land-planning-permit', 'heritage-survey'];
  for (const actor of [leadOf('mnr'), investorActor, officerLead, staffActor('approver', { department: 'mnr' })])
    expect(await keys(actor)).toEqual(all);
  expect(await keys(staffActor('approver', { department: 'heritage' }))).toEqual(['heritage-survey']);
  for (const actor of [staffActor('head', { department: 'amr' }), outsider, applicantActor('somebody')])
    expect(await ask({ path: `${path}/1`, actor })).toMatchObject({ status: 404 });
});

test('a silent department is shown as silent, not as one that agreed', async () => {
  const { bundle, hear, round, teller } = await acceptedStage();
  const { caseId } = teller('heritage-survey');
  await hear(
    bundle('accepted', [4, 5], {
      items: [{ itemKey: 'heritage-survey', caseId, department: 'heritage', answer: 'silent' }],
    }),
  );
  expect((await round()).items[3]).toMatchObject({ standing: 'open', answer: 'silent' });
});

test('the bars show the rounds of a stage, as planned and as it went, and what each item waits for', async () => {
  const stages = await acceptedStage();
  await grantChain(stages);
  stages.at(31);
  const { body } = await stages.ask({ path: `/agency/projects/${stages.id}/gantt`, actor: officerLead });
  expect(body.stages[0]).toMatchObject({
    planned: { start: '2026-08-05' },
    actual: { start: '2026-08-05' },
    rounds: [{ round: 1, status: 'accepted', acceptedAt: '2026-08-05T02:00:00.000Z', clock: { light: 'red' } }],
  });
  expect(body.stages[0].actual).not.toHaveProperty('end');
  const bar = body.stages[1].bars.find(({ key }: { key: string }) => key === 'works-planning-permit');
  expect(bar).toMatchObject({ path: ['design-review', 'works-planning-permit'] });
  await stages.hear(stages.teller('heritage-survey').changed([4, 12], 'decided', granted));
  const after = await stages.ask({ path: `/agency/projects/${stages.id}/gantt`, actor: officerLead });
  expect(after.body.stages[0]).toMatchObject({ actual: { start: '2026-08-05', end: '2026-08-12' } });
});

test('a calendar that is amended moves when a stage is due, also in the list, by the next day at the latest', async () => {
  const { hear, at, ask, deps, round } = await acceptedStage();
  const off = ['2026-08-17', '2026-08-18', '2026-08-19'];
  await hear(
    envelopeOf({
      id: uuid(77),
      type: CalendarPublishedV1.type,
      subject: '2026',
      sequence: 9,
      source: 'banshi/fuzhou/intake',
      data: { year: 2026, version: 2, notice: '国办发明电〔2026〕1号', off, worked: [] },
    }),
  );
  at(20);
  const overdue = async () =>
    (await ask({ path: '/agency/stages', query: { overdue: 'true' }, actor: officerLead })).body.items;
  expect(await overdue()).toHaveLength(1);
  expect(await recountRounds(deps)()).toEqual({ ProjectsRecounted: 1 });
  expect(await overdue()).toEqual([]);
  expect(await round()).toMatchObject({ clock: { dueOn: '2026-08-24', overdue: false } });
});
