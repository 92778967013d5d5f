import { beforeEach, expect, test } from 'vitest';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';

const stranger = staffActor('officer', {}, 'stranger');
const lead = staffActor('officer-lead');
const facts = { filingKind: 'filing', landTaken: 4000, basementDue: false };

let agency: ReturnType<typeof openAgency>;
let id: string;
const path = () => `/agency/projects/${id}/guidance`;
const give = (actor = officer, body: object = {}) => agency.ask({ method: 'POST', path: path(), body, actor });
const read = async (query: Record<string, string> = {}, actor = investorActor) =>
  (await agency.ask({ path: path(), query, actor })).body;
const page = async (language: string) => {
  const headers = { 'Accept-Language': language };
  return (await agency.ask({ path: `${path()}/page`, actor: investorActor, headers })).body;
};
const itemOf = (sheet: Awaited<ReturnType<typeof read>>, key: string) =>
  sheet.said.stages
    .flatMap(({ items }: { items: { key: string }[] }) => items)
    .find((item: { key: string }) => item.key === key);

/** The catalogue of Gulou tells what a filing asks for. */
const tell = (sequence: number, ...requirements: object[]) =>
  agency.hear(
    envelopeOf({
      id: uuid(sequence, 20),
      type: ItemsPublishedV1.type,
      subject: 'catalogue',
      sequence,
      data: {
        items: [
          {
            item: 'project-filing',
            turns: [{ version: sequence, from: '2026-08-01', situations: ['新办'], requirements }],
          },
        ],
      },
    }),
  );
const plan = { requirement: 'project-plan', about: 'project', must: 'must' };
const licence = { requirement: 'business-licence', about: 'party', must: 'must', shared: 'legal-entity' };
const old = { requirement: 'old-permit', about: 'project', must: 'must', situations: ['变更'] };

beforeEach(async () => {
  agency = openAgency();
  id = await agency.register({ ...coded, facts });
  await tell(2, plan, licence, old);
});

test('a sheet says by stage what applies and why not, what to bring, where, in how many days, after what', async () => {
  expect(await give(officer, { note: '先办备案' })).toMatchObject({ status: 201, body: { n: 1, changes: [] } });
  const sheet = await read();
  expect(sheet).toMatchObject({ n: 1, note: '先办备案', sinceThen: [], said: { day: '2026-08-03' } });
  expect(itemOf(sheet, 'project-filing')).toMatchObject({
    applies: 'yes',
    wanted: [
      { requirement: 'project-plan', must: 'must' },
      { requirement: 'business-licence', must: 'must', shared: true },
    ],
    guide: '/intake/public/items/project-filing',
  });
  expect(itemOf(sheet, 'site-opinion')).toMatchObject({ department: 'mnr', days: 8, after: [['project-filing']] });
  expect(itemOf(sheet, 'site-opinion').wanted).toBeUndefined();
  expect(itemOf(sheet, 'project-approval')).toMatchObject({ applies: 'no', because: 'condition' });
  const { guidanceId, ...told } = agency.facts().at(-1)?.data ?? {};
  expect([typeof guidanceId, told]).toEqual(['string', { projectId: id, n: 1, investor: investorActor.partyId }]);
});

test('what was said is kept when the project or the catalogue changes; the next sheet says what has', async () => {
  await give();
  const before = await read();
  const { status } = await agency.act(id, 'edit', {
    body: { name: coded.name, kind: coded.kind, place: coded.place, facts: { ...facts, filingKind: 'approval' } },
  });
  expect(status).toBe(200);
  const after = await read();
  expect(after.said).toEqual(before.said);
  expect(after.sinceThen).toContainEqual({ key: 'project-filing', what: 'off' });
  expect(after.sinceThen).toContainEqual({ key: 'project-approval', what: 'on' });
  expect((await give(lead)).body).toMatchObject({ n: 2, changes: after.sinceThen });
  expect(await read()).toMatchObject({ n: 2, sinceThen: [] });
  expect((await read({ n: '1' })).said).toEqual(before.said);
});

test('a later catalogue changes what is to be brought, an older one that comes late does not', async () => {
  await give();
  await tell(1);
  expect((await read()).sinceThen).toEqual([]);
  await tell(3, plan);
  expect((await read()).sinceThen).toEqual([{ key: 'project-filing', what: 'wanted' }]);
});

test('a sheet is given out by whoever carries the project, or the lead, and read by its investor', async () => {
  expect(await give(stranger)).toMatchObject({ status: 409, body: { code: 'not-carried' } });
  expect(await agency.ask({ path: path(), actor: investorActor })).toMatchObject({ status: 404 });
  await give();
  expect(await agency.ask({ path: path(), actor: outsider })).toMatchObject({ status: 404 });
  expect(await agency.ask({ path: path(), query: { n: '2' }, actor: investorActor })).toMatchObject({ status: 404 });
});

test('its page says the same to be printed, in the language of the reader, and nothing that somebody wrote is markup', async () => {
  await give(officer, { note: '<b>先办备案</b>' });
  const [zh, en] = [await page('zh-CN'), await page('en')];
  for (const said of [
    '投资项目办事指导单',
    '&lt;b&gt;先办备案',
    'project-plan',
    'business-licence（共享获取，免交）',
    '第1号，2026-08-03',
  ])
    expect(zh).toContain(said);
  expect(en).toContain('Guidance sheet of an investment project');
  expect(zh).not.toContain('<b>');
});
