import { expect, test } from 'vitest';
import { HandOverDueV1 } from '#events/agency/hand-over-due.v1';
import { projectInput } from '../../test/docs/examples/project.ts';
import { officer, openAgency } from '../../test/support/agency.ts';
import { openMandates } from '../../test/support/mandates.ts';
import { lead, memberNamed, officerNamed, teamsOf } from '../../test/support/officers.ts';

const reasons = '调任其他岗位';

/** An agency in which `leaver` carries so many projects. */
async function opened(count: number) {
  const agency = openAgency();
  const { ask, clock, facts, hear, register } = agency;
  for (let n = 0; n < count; n++) {
    clock.now = new Date(clock.now.getTime() + 1000);
    await register(projectInput, officerNamed('leaver'));
  }
  const seen = new Set<string>();
  const due = () => facts().filter(({ id, type }) => type === HandOverDueV1.type && !seen.has(id));
  const begin = async (body: object): Promise<string> => {
    const path = '/agency/officers/p_leaver/hand-over';
    const reply = await ask({ method: 'POST', path, body: { reasons, ...body }, actor: lead });
    expect(reply).toMatchObject({ status: 202, body: { status: 'moving', moved: 0, total: count } });
    return reply.body.id;
  };
  /** Brings agency the next fact of its own; false where there is none. */
  const step = async (): Promise<boolean> => {
    const [next] = due();
    if (!next) return false;
    await hear(next);
    seen.add(next.id);
    return true;
  };
  const settle = async () => {
    while (await step());
  };
  const far = async (id: string) => (await ask({ path: `/agency/hand-overs/${id}`, actor: lead })).body;
  return { ...agency, ...teamsOf(agency), begin: teamsOf(agency).begin, handOver: begin, due, step, settle, far };
}

test('all that an officer carries goes to another one, piece by piece, and how far it is can be read', async () => {
  const { carriedBy, far, handOver, settle, step } = await opened(25);
  const id = await handOver({ to: 'p_next' });
  await step();
  expect(await far(id)).toMatchObject({ status: 'moving', moved: 20, total: 25, remaining: 5 });
  await settle();
  expect(await far(id)).toMatchObject({
    status: 'done',
    moved: 25,
    total: 25,
    left: 0,
    remaining: 0,
    from: 'p_leaver',
  });
  expect([(await carriedBy('leaver')).size, (await carriedBy('next')).size]).toEqual([0, 25]);
});

test('to a team it goes by load, and each project tells the others who carries it now', async () => {
  const { begin, carriedBy, facts, handOver, settle } = await opened(6);
  const team = await begin(['leaver', 'a', 'b'].map((name) => memberNamed(name)));
  await handOver({ team });
  await settle();
  expect([(await carriedBy('a')).size, (await carriedBy('b')).size, (await carriedBy('leaver')).size]).toEqual([
    3, 3, 0,
  ]);
  const told = facts().filter(({ type, sequence }) => type === 'agency.project-changed.v1' && sequence === 2);
  expect(told.map(({ data }) => String(data['officer'])).toSorted()).toEqual([
    'p_a',
    'p_a',
    'p_a',
    'p_b',
    'p_b',
    'p_b',
  ]);
});

test('a run that is killed anywhere is taken up where it was: nothing is lost and nothing moved twice', async () => {
  for (const deaths of [1, 3, 6]) {
    const { carriedBy, due, far, handOver, hear, settle, show, table } = await opened(5);
    const id = await handOver({ to: 'p_next' });
    for (let n = 1; n <= deaths; n++) {
      // It dies as soon as one of its writes is done.
      table.spoil('lost-reply');
      await expect(hear(...due().slice(0, 1))).rejects.toThrow('not taken');
      expect(await far(id)).toMatchObject({ moved: Math.min(n, 5) });
    }
    await settle();
    expect(await far(id)).toMatchObject({ status: 'done', moved: 5, left: 0, remaining: 0 });
    const moved = await carriedBy('next');
    expect(moved.size).toBe(5);
    for (const one of moved) expect((await show(one)).timeline).toHaveLength(2);
  }
});

test('a fact that comes twice moves nothing more, and a project that went elsewhere meanwhile stays there', async () => {
  const { act, carriedBy, due, far, handOver, hear, settle } = await opened(3);
  const [first] = await carriedBy('leaver');
  const id = await handOver({ to: 'p_next' });
  await act(first ?? '', 'hand-over', { body: { to: 'p_other' }, actor: lead });
  const facts = due();
  await hear(...facts);
  await hear(...facts);
  await settle();
  expect(await far(id)).toMatchObject({ status: 'done', moved: 2, total: 3, remaining: 0 });
  expect(await carriedBy('other')).toEqual(new Set([first]));
});

test('what nobody of the team could take stays with him and is counted; it can be handed over again', async () => {
  const { begin, carriedBy, far, handOver, settle } = await opened(2);
  const team = await begin([memberNamed('gone', { until: '2026-08-02' })]);
  const id = await handOver({ team });
  await settle();
  expect(await far(id)).toMatchObject({ status: 'done', moved: 0, left: 2, remaining: 2 });
  await begin([memberNamed('next')]);
  await handOver({ to: 'p_next' });
  await settle();
  expect((await carriedBy('next')).size).toBe(2);
});

test('the mandate of each project goes with it: one authority ends and another begins', async () => {
  const { ask, authorities, facts, hear, sealedOne } = openMandates();
  await sealedOne();
  const path = `/agency/officers/${officer.partyId}/hand-over`;
  await ask({ method: 'POST', path, body: { to: 'p_next', reasons }, actor: lead });
  await hear(...facts().filter(({ type }) => type === HandOverDueV1.type));
  expect(authorities()).toMatchObject([
    { delegate: officer.partyId, state: 'ended' },
    { delegate: 'p_next', state: 'active' },
  ]);
});

test('it goes to one officer or to one team of this set, and not to himself', async () => {
  const { ask } = await opened(0);
  const send = (body: object) =>
    ask({ method: 'POST', path: '/agency/officers/p_leaver/hand-over', body: { reasons, ...body }, actor: lead });
  const team = '00000000-0000-4000-8000-000000000000';
  expect(await send({})).toMatchObject({ status: 400 });
  expect(await send({ to: 'p_next', team })).toMatchObject({ status: 400 });
  expect(await send({ to: 'p_leaver' })).toMatchObject({ status: 409, body: { code: 'same-officer' } });
  expect(await send({ team })).toMatchObject({ status: 409, body: { code: 'no-such-team' } });
});

test('where a set has teams, nobody but a member of one of them today takes over, one project or all', async () => {
  const { act, ask, begin, carriedBy } = await opened(1);
  await begin([memberNamed('gone', { until: '2026-08-02' }), memberNamed('coming', { from: '2026-08-04' })]);
  await begin([memberNamed('next', { absences: [{ from: '2026-08-01', until: '2026-08-09' }] })]);
  const [id = ''] = await carriedBy('leaver');
  const all = (to: string) =>
    ask({ method: 'POST', path: '/agency/officers/p_leaver/hand-over', body: { reasons, to }, actor: lead });
  const one = (to: string) => act(id, 'hand-over', { body: { to }, actor: lead });
  for (const to of ['p_gone', 'p_coming', 'p_stranger']) {
    expect(await all(to)).toMatchObject({ status: 409, body: { code: 'not-of-team' } });
    expect(await one(to)).toMatchObject({ status: 409, body: { code: 'not-of-team' } });
  }
  expect(await all('p_next')).toMatchObject({ status: 202 });
  expect(await one('p_next')).toMatchObject({ status: 200 });
});
