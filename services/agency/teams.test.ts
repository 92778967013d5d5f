import { expect, test } from 'vitest';
import { coded, projectInput } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { openAgency } from '../../test/support/agency.ts';
import { lead, memberNamed, officerNamed, teamsOf } from '../../test/support/officers.ts';

function opened() {
  const agency = openAgency();
  const teams = teamsOf(agency);
  const assign = async (id: string, team: string) => {
    const reply = await agency.act(id, 'assign', { body: { team }, actor: lead });
    return { ...reply, officer: (await agency.show(id)).officer };
  };
  return { ...agency, ...teams, assign };
}

test('a project goes to whoever of the team carries the least, and why is kept beside it', async () => {
  const { assign, begin, register, show } = opened();
  const team = await begin([memberNamed('busy'), memberNamed('free')]);
  await register(projectInput, officerNamed('busy'));
  const id = await register(coded, lead);
  expect(await assign(id, team)).toMatchObject({ status: 200, officer: 'p_free' });
  expect((await show(id)).assignments).toMatchObject([
    { officer: 'p_free', team, why: 'least-load', load: 0, among: 2 },
  ]);
});

test('a project in approval weighs more than several that wait', async () => {
  const { act, assign, begin, register } = opened();
  const team = await begin([memberNamed('approving'), memberNamed('waiting')]);
  const hard = await register(coded, officerNamed('approving'));
  await act(hard, 'begin-approval', { actor: officerNamed('approving') });
  for (const n of [1, 2, 3]) await register({ ...projectInput, name: `示例${n}` }, officerNamed('waiting'));
  expect(await assign(await register(projectInput, lead), team)).toMatchObject({ officer: 'p_waiting' });
});

test('of those who carry the same the one who has waited the longest is given the next', async () => {
  const { assign, begin, clock, register, show } = opened();
  const team = await begin(['a', 'b', 'c'].map((name) => memberNamed(name)));
  const given: string[] = [];
  for (let n = 0; n < 6; n++) {
    clock.now = new Date(clock.now.getTime() + 60_000);
    given.push((await assign(await register(projectInput, lead), team)).officer);
  }
  expect(given).toEqual(['p_a', 'p_b', 'p_c', 'p_a', 'p_b', 'p_c']);
  const last = await register(projectInput, lead);
  await assign(last, team);
  expect((await show(last)).assignments).toMatchObject([{ why: 'longest-idle' }]);
});

test('nobody is given a project who is absent, not yet or no longer a member, or has it already', async () => {
  const { assign, begin, register } = opened();
  const team = await begin([
    memberNamed('away', { absences: [{ from: '2026-08-01', until: '2026-08-03' }] }),
    memberNamed('coming', { from: '2026-08-04' }),
    memberNamed('gone', { until: '2026-08-02' }),
  ]);
  const id = await register(coded, lead);
  expect(await assign(id, team)).toMatchObject({ status: 409, body: { code: 'nobody-present' } });
  const pair = await begin([memberNamed('one'), memberNamed('other')]);
  expect(await assign(id, pair)).toMatchObject({ officer: 'p_one' });
  expect(await assign(id, pair)).toMatchObject({ officer: 'p_other' });
});

test('two projects that are given at once go to two officers', async () => {
  const { assign, begin, carriedBy, register, table } = opened();
  const team = await begin([memberNamed('a'), memberNamed('b')]);
  const [first, second] = [await register(projectInput, lead), await register(projectInput, lead)];
  table.beforeNextWrite(() => assign(second, team));
  await assign(first, team);
  expect([(await carriedBy('a')).size, (await carriedBy('b')).size]).toEqual([1, 1]);
});

test('a team shows who is there today and what each carries, and is said anew as a whole', async () => {
  const { ask, begin, register, team } = opened();
  const id = await begin([memberNamed('here'), memberNamed('gone', { until: '2026-08-02' })]);
  await register(coded, officerNamed('here'));
  expect((await team(id)).members).toMatchObject([
    { officer: 'p_here', present: true, open: 1, weight: 2, states: { coded: 1 } },
    { officer: 'p_gone', present: false, open: 0 },
  ]);
  const edit = (seen: number) =>
    ask({
      method: 'POST',
      path: `/agency/teams/${id}/edit`,
      body: { name: '代办二队', members: [memberNamed('new')] },
      headers: { 'If-Match': `"${seen}"` },
      actor: lead,
    });
  expect(await edit(1)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await edit(1)).toMatchObject({ status: 412 });
  expect(await team(id)).toMatchObject({ name: '代办二队', members: [{ officer: 'p_new' }] });
  const { body } = await ask({ path: '/agency/teams', actor: officerNamed('here') });
  expect(body.items).toEqual([{ id, version: 2, level: 'county', name: '代办二队' }]);
});

test.each([
  [{ level: 'city', members: [] }, '/level', 'level-unfit'],
  [{ level: 'town', members: [] }, '/level', 'level-unfit'],
  [{ level: 'county', division: '350102001000', members: [] }, '/level', 'level-unfit'],
  [{ level: 'county', members: [memberNamed('a'), memberNamed('a')] }, '/members/1', 'member-twice'],
  [{ level: 'county', members: [memberNamed('a', { until: '2025-12-31' })] }, '/members/0', 'member-twice'],
])('a team of a district that cannot be so is refused: %j', async (said, pointer, code) => {
  const { ask } = opened();
  const reply = await ask({ method: 'POST', path: '/agency/teams', body: { name: '代办队', ...said }, actor: lead });
  expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
});

test('an officer sees what he carries and nobody else’s; his lead and the city’s see all, the lead of another district none', async () => {
  const { ask, register } = opened();
  await register(coded, officerNamed('mine'));
  const seenBy = async (actor: ReturnType<typeof officerNamed>) =>
    (await ask({ path: '/agency/officers/p_mine/projects', actor })).status;
  expect(await seenBy(officerNamed('mine'))).toBe(200);
  expect(await seenBy(officerNamed('other'))).toBe(404);
  expect(await seenBy(lead)).toBe(200);
  expect(await seenBy(staffActor('officer-lead', { district: 'fuzhou' }))).toBe(200);
  expect(await seenBy(staffActor('officer-lead', { district: 'jinan' }))).toBe(403);
});

test('what an officer carried to its end leaves his list and stands in another', async () => {
  const { act, carriedBy, register } = opened();
  const [going, ended] = [await register(projectInput, officerNamed('a')), await register(coded, officerNamed('a'))];
  await act(ended, 'terminate', { body: { reasons: '投资人决定不再建设' }, actor: lead });
  expect(await carriedBy('a')).toEqual(new Set([going]));
  expect(await carriedBy('a', { ended: 'true' })).toEqual(new Set([ended]));
});
