import { beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import type { Actor } from '#shared/actor';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';
import { passTime } from './functions/tick/pass-time.ts';

const lead = staffActor('officer-lead');
const cityLead = staffActor('officer-lead', { district: 'fuzhou' }, 'city-lead');
const jinanLead = staffActor('officer-lead', { district: 'jinan' }, 'jinan-lead');
const land = staffActor('approver', { department: 'mnr' }, 'land');
const words = '宗地尚未交付';

type Agency = ReturnType<typeof openAgency>;
let [district, city]: Agency[] = [];
let id: string;
let told: Set<string>;

const at = (agency: Agency | undefined) => agency ?? openAgency();
const act = (
  agency: Agency | undefined,
  name: string,
  { actor = lead, body = {} }: { actor?: Actor; body?: object } = {},
) => at(agency).ask({ method: 'POST', path: `/agency/problems/${id}/${name}`, body, actor });
const read = async (agency: Agency | undefined, actor: Actor = lead) =>
  (await at(agency).ask({ path: `/agency/problems/${id}`, actor })).body;
const status = async (agency: Agency | undefined, actor: Actor) =>
  (await at(agency).ask({ path: `/agency/problems/${id}`, actor })).status;
const solve = (agency: Agency | undefined, actor = lead) =>
  act(agency, 'solve', { actor, body: { text: '已协调交地' } });
const ofProblem = (agency: Agency | undefined): Envelope[] =>
  at(agency)
    .facts()
    .filter(({ type }) => type === 'agency.problem-changed.v1');

const fresh = (agency: Agency | undefined) => ofProblem(agency).filter((one) => !told.has(one.id));

/** Each set hears what the other has told of the problem, the last first and all of it twice. */
async function hop(): Promise<void> {
  for (let n = 0; n < 3; n++) {
    const [up, down] = [fresh(district).toReversed(), fresh(city).filter(({ toDistrict }) => toDistrict === 'gulou')];
    for (const one of [...up, ...fresh(city)]) told.add(one.id);
    if (up.length > 0) await at(city).hear(...up, ...up);
    if (down.length > 0) await at(district).hear(...down.toReversed(), ...down);
  }
}

/** The morning of a day in August, Shanghai, in both sets; their clocks run, and their facts go round. */
async function on(day: number): Promise<void> {
  for (const agency of [district, city]) {
    at(agency).clock.now = new Date(Date.UTC(2026, 7, day, 1));
    await passTime(at(agency).deps)();
    await hop();
  }
}

beforeEach(async () => {
  [district, city, told] = [openAgency(), openAgency('fuzhou'), new Set()];
  const projectId = await district.register(coded);
  const body = { projectId, kind: 'land', department: 'mnr', text: words };
  const made = await district.ask({ method: 'POST', path: '/agency/problems', body, actor: investorActor });
  expect(made).toMatchObject({ status: 201, body: { status: 'raised' } });
  id = made.body.id;
});

test('a district solves it, and who raised it may say once that it is not solved', async () => {
  await act(district, 'coordinate');
  expect(await solve(district)).toMatchObject({ body: { status: 'solved' } });
  expect(await act(district, 'reopen', { actor: investorActor })).toMatchObject({ body: { status: 'coordinating' } });
  await solve(district);
  const again = await act(district, 'reopen', { actor: investorActor });
  expect(again).toMatchObject({ status: 409, body: { code: 'problem-moved' } });
  expect(await act(district, 'confirm', { actor: lead })).toMatchObject({ status: 409 });
  expect(await act(district, 'confirm', { actor: investorActor })).toMatchObject({ body: { status: 'closed' } });
  expect(await read(district)).toMatchObject({
    reopened: true,
    answers: [{ level: 'district' }, { level: 'district' }],
  });
  expect(JSON.stringify(ofProblem(district))).not.toContain(words);
});

test('what a district has not solved in five working days the city takes over, solves, and the district learns it', async () => {
  await on(10);
  expect(await read(district)).toMatchObject({ status: 'raised', dueOn: '2026-08-10' });
  await on(11);
  expect(await read(district)).toMatchObject({ status: 'escalated', level: 'city', alsoIn: 'fuzhou' });
  expect(await read(city, cityLead)).toMatchObject({ status: 'raised', level: 'city', dueOn: '2026-08-18' });
  expect(await solve(district)).toMatchObject({ status: 409 });
  await act(city, 'coordinate', { actor: cityLead });
  await solve(city, cityLead);
  await hop();
  expect(await read(district, investorActor)).toMatchObject({ status: 'solved', level: 'city', answers: [] });
  expect((await read(city, investorActor)).answers).toMatchObject([{ level: 'city', text: '已协调交地' }]);
  expect(await act(city, 'confirm', { actor: investorActor })).toMatchObject({ status: 409 });
  await act(district, 'confirm', { actor: investorActor });
  await hop();
  expect(await read(city, cityLead)).toMatchObject({ status: 'closed' });
});

test('what the city does not solve it reports to the province within a working day, or is late; what the province answers is the answer', async () => {
  await act(district, 'escalate');
  await on(10);
  expect(await read(city, cityLead)).toMatchObject({ status: 'raised' });
  await on(11);
  expect(await read(city, cityLead)).toMatchObject({ status: 'to-report', level: 'province', dueOn: '2026-08-12' });
  await on(13);
  const late = await at(city).ask({ path: '/agency/problems', query: { standing: 'late' }, actor: cityLead });
  expect(late.body.items).toMatchObject([{ id, home: 'gulou', late: true }]);
  await act(city, 'report', { actor: cityLead });
  await solve(city, cityLead);
  await hop();
  expect(await read(district)).toMatchObject({ status: 'solved', level: 'province', dueOn: '2026-08-20' });
});

test('what the city has solved and its raiser has not found so is the city’s again', async () => {
  await act(district, 'escalate');
  await hop();
  await solve(city, cityLead);
  await hop();
  await act(district, 'reopen', { actor: investorActor });
  await hop();
  expect(await read(district)).toMatchObject({ status: 'escalated' });
  expect(await read(city, cityLead)).toMatchObject({ status: 'coordinating', dueOn: '2026-08-10', reopened: true });
});

test('a raiser who is silent for five working days finds it closed; one who takes it back has it nowhere open', async () => {
  await solve(district);
  await on(10);
  expect(await read(district)).toMatchObject({ status: 'solved' });
  await on(11);
  expect(await read(district)).toMatchObject({ status: 'closed' });
});

test('what was handed up and taken back before the city heard of it is open nowhere', async () => {
  await act(district, 'escalate');
  await act(district, 'withdraw', { actor: investorActor });
  await hop();
  expect(await read(city, cityLead)).toMatchObject({ status: 'withdrawn' });
});

test('officers of the city read it once it was handed up, those of other districts never; the department that it names does', async () => {
  expect(await status(district, cityLead)).toBe(404);
  await act(district, 'escalate');
  await hop();
  expect([await status(district, cityLead), await status(city, lead)]).toEqual([200, 200]);
  expect([await status(district, jinanLead), await status(city, jinanLead)]).toEqual([404, 404]);
  expect([await status(district, land), await status(district, outsider)]).toEqual([200, 404]);
});

test('an officer raises one for his project, and it is listed with that and with what he has raised', async () => {
  const { projectId } = await read(district);
  const body = { projectId, kind: 'utilities', text: '供电方案未定' };
  await at(district).ask({ method: 'POST', path: '/agency/problems', body, actor: officer });
  const list = async (query: Record<string, string>, actor: Actor) =>
    (await at(district).ask({ path: '/agency/problems', query, actor })).body.items;
  expect(await list({ projectId }, investorActor)).toHaveLength(2);
  expect(await list({}, officer)).toMatchObject([{ kind: 'utilities', raiser: 'officer' }]);
  expect(await list({ standing: 'raised' }, lead)).toHaveLength(2);
  const refused = await at(district).ask({ method: 'POST', path: '/agency/problems', body, actor: outsider });
  expect(refused).toMatchObject({ status: 409, body: { code: 'no-such-project' } });
});
