import { expect, test } from 'vitest';
import { coded, projectInput } from '../../test/docs/examples/project.ts';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { officer, openAgency, outsider } from '../../test/support/agency.ts';

const lead = staffActor('officer-lead');
const reasons = '分两期建设';

test('a project goes from reserve to completion, each act offered only where it may be done', async () => {
  const { act, register, show } = openAgency();
  const id = await register(projectInput);
  expect((await show(id)).actions).toEqual(expect.arrayContaining(['give-code', 'edit', 'suspend']));
  expect(await act(id, 'begin-approval')).toMatchObject({ status: 409, body: { code: 'project-moved' } });
  await act(id, 'give-code', { body: { code: coded.code } });
  for (const name of ['begin-approval', 'begin-construction', 'complete'])
    expect(await act(id, name)).toMatchObject({ status: 200 });
  const { timeline, ...shown } = await show(id);
  expect(shown).toMatchObject({ status: 'completed', code: coded.code, actions: [] });
  expect(timeline.map((one: { act: string }) => one.act)).toEqual([
    'register',
    'give-code',
    'begin-approval',
    'begin-construction',
    'complete',
  ]);
});

test('a suspended project goes on where it stood', async () => {
  const { act, register, show } = openAgency();
  const id = await register(coded);
  await act(id, 'begin-approval');
  await act(id, 'suspend', { body: { reasons } });
  expect(await show(id)).toMatchObject({ status: 'suspended', was: 'in-approval', reasons });
  expect((await act(id, 'resume')).body).toMatchObject({ status: 'in-approval' });
});

test('a code is one project’s for good, also one that was corrected', async () => {
  const { act, ask, register, show } = openAgency();
  const id = await register(coded);
  const right = '2607-350102-04-01-000001';
  await act(id, 'correct-code', { body: { code: right }, actor: lead });
  expect(await show(id)).toMatchObject({ code: right, formerCodes: [coded.code] });
  const again = await ask({ method: 'POST', path: '/agency/projects', body: coded, actor: officer });
  expect(again).toMatchObject({ status: 409, body: { code: 'code-taken' } });
  const { body } = await ask({ path: '/agency/projects', query: { code: coded.code }, actor: officer });
  expect(body.items).toMatchObject([{ id }]);
});

test('a code that can be none is refused, and a division that is not known is told to whoever enters it', async () => {
  const { act, register } = openAgency();
  const id = await register(projectInput);
  const refused = await act(id, 'give-code', { body: { code: '2712-350102-04-01-000001' } });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/code', code: 'code-date' }] } });
  const given = await act(id, 'give-code', { body: { code: '2607-999999-04-01-000001' } });
  expect(given).toMatchObject({ status: 200, body: { status: 'coded', warnings: ['region-unknown'] } });
});

test('a project that is merged keeps its code, and both say where it went and came from', async () => {
  const { act, register, show } = openAgency();
  const [small, large] = [await register(coded), await register(projectInput)];
  await act(small, 'merge', { body: { into: large, reasons }, actor: lead });
  expect(await show(small)).toMatchObject({
    status: 'merged',
    code: coded.code,
    links: [{ kind: 'merged-into', projectId: large }],
  });
  expect(await show(large)).toMatchObject({ version: 1, links: [{ kind: 'merged-from', projectId: small }] });
});

test('a project goes on in no project that has ended, and not in itself', async () => {
  const { act, register } = openAgency();
  const [first, second] = [await register(projectInput), await register(projectInput)];
  expect(await act(first, 'merge', { body: { into: first, reasons }, actor: lead })).toMatchObject({
    body: { code: 'gone-on-unfit' },
  });
  await act(second, 'terminate', { body: { reasons }, actor: lead });
  expect(await act(first, 'merge', { body: { into: second, reasons }, actor: lead })).toMatchObject({
    body: { code: 'gone-on-unfit' },
  });
});

test('a split project names all in which it goes on', async () => {
  const { act, register, show } = openAgency();
  const [whole, ...into] = [await register(coded), await register(projectInput), await register(projectInput)];
  await act(whole, 'split', { body: { into, reasons }, actor: lead });
  expect(await show(whole)).toMatchObject({
    status: 'split',
    links: into.map((projectId) => ({ kind: 'split-into', projectId })),
  });
  expect(await show(into[1] ?? '')).toMatchObject({ links: [{ kind: 'split-from', projectId: whole }] });
});

test('who acts on a version that is no longer there is told so, and the same request twice is done once', async () => {
  const { ask, register, act } = openAgency();
  const id = await register(coded);
  const request = { method: 'POST', path: `/agency/projects/${id}/begin-approval`, body: {}, actor: officer };
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'one' };
  const first = await ask({ ...request, headers });
  expect(await ask({ ...request, headers })).toEqual(first);
  expect(await act(id, 'complete', { actor: officer, seen: 1 })).toMatchObject({ status: 412 });
});

test('an officer’s list has what he carries, and a taken project leaves nobody else’s', async () => {
  const { act, ask, register } = openAgency();
  const mine = await register(coded);
  const free = await register(projectInput, lead);
  const listed = async (query = {}, actor = officer) =>
    (await ask({ path: '/agency/projects', query, actor })).body.items.map(({ id }: { id: string }) => id);
  expect(await listed()).toEqual([mine]);
  await act(free, 'take');
  expect(new Set(await listed())).toEqual(new Set([mine, free]));
  await act(mine, 'hand-over', { body: { to: 'p_other' }, actor: lead });
  expect(await listed()).toEqual([free]);
  expect(await listed({ state: 'coded' })).toEqual([mine]);
});

test('an edit replaces the facts as a whole and leaves code and investor alone', async () => {
  const { act, register, show } = openAgency();
  const id = await register(coded);
  const { name, kind, place } = coded;
  await act(id, 'edit', { body: { name, kind, place, facts: { landTaken: 4999 } } });
  expect(await show(id)).toMatchObject({ facts: { landTaken: 4999 }, code: coded.code, version: 2 });
  expect((await show(id)).facts).not.toHaveProperty('filingKind');
});

test('a stranger finds no project that is not its own', async () => {
  const { ask, register } = openAgency();
  const id = await register(coded);
  expect(await ask({ path: `/agency/projects/${id}`, actor: outsider })).toMatchObject({ status: 404 });
  expect((await ask({ path: '/agency/projects', actor: applicantActor('somebody') })).body.items).toEqual([]);
});
