import { beforeEach, describe, expect, test } from 'vitest';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { answer, confirmed, fetched, given, openMaterials } from '../../test/support/case-materials.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { outboxOf } from '../../test/support/settle.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
let id: string;
beforeEach(async () => {
  at = await openMaterials();
  id = await at.handedIn(given('articles'));
});

const line = async () =>
  (await at.list(id)).requirements.find((one: { requirement: string }) => one.requirement === 'licence');
const demand = () => {
  const defects = [{ material: 'licence', what: '共享数据中没有登记信息', mend: '提交营业执照' }];
  return at.world.send(act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
};
const decide = (version: number) =>
  at.world.send(cases.decide(id, version, { body: { outcome: 'granted', opinion: '审查完毕' } }));
const findings = async (rule: string) =>
  (await at.world.send({ path: '/intake/supervision/findings', actor: people.supervisor })).body.items.filter(
    (one: { rule: string }) => one.rule === rule,
  );

test('the library hears what sharing provides of a case, and by which law', async () => {
  const [submitted] = await at.told(ApplicationSubmittedV1.type);
  expect(submitted?.data).toMatchObject({
    basis: expect.stringMatching(/./),
    shared: [{ requirement: 'licence', resource: 'legal-entity' }],
  });
});

test.each(['requested', 'fetching', 'to-be-fetched', 'fetched', 'differs'])(
  'what is %s is not asked of the applicant, and a case is accepted meanwhile',
  async (state) => {
    await at.hear(fetched(id, 2, { state }));
    expect(await line()).toMatchObject({ status: state, shared: { resource: 'legal-entity', state } });
    expect(outline(await demand())).toBe('400 not-on-list');
    expect(outline(await at.give(id, [given('licence', 5)]))).toBe('400 invalid-input');
    expect(outline(await at.world.send(cases.accept(id)))).toBe('200 accepted');
  },
);

test.each(['not-found', 'declined'])(
  'only what is %s is asked of the applicant, once it is known, and that is counted',
  async (state) => {
    await at.hear(fetched(id, 2, { state }));
    expect((await line()).status).toBe(state);
    expect(outline(await demand())).toBe('200 correcting');
    const { requirement, ...document } = given('licence', 5);
    const answers = [{ material: 'licence', text: '已提交', document }];
    const resubmit = act(id, 'resubmit', { actor: people.company, body: { changes: [], answers } });
    expect(outline(await at.world.send(resubmit))).toBe('200 submitted');
    await at.hear(answer(id, 3, confirmed('articles'), confirmed('licence', 5)));
    expect((await line()).status).toBe('confirmed');

    expect(outline(await at.world.send(cases.accept(id)))).toBe('200 accepted');
    expect(outline(await decide(5))).toBe('200 decided');
    const measured = outboxOf(at.table).find(({ data }) => data['measure'] === 'decided');
    expect(measured?.data['burden']).toMatchObject({ asked: 3, fetched: 0 });
  },
);

test('a case whose data were fetched counts as before: nobody was asked', async () => {
  await at.hear(fetched(id, 2, { state: 'fetched' }));
  await at.world.send(cases.accept(id));
  expect(outline(await decide(3))).toBe('200 decided');
  const measured = outboxOf(at.table).find(({ data }) => data['measure'] === 'decided');
  expect(measured?.data['burden']).toMatchObject({ asked: 2, fetched: 1 });
});

describe('what sharing has to provide and nobody has answered for', () => {
  test.each(['requested', 'fetching', 'to-be-fetched'])(
    'bars a grant while it is %s, and not a refusal',
    async (state) => {
      await at.hear(fetched(id, 2, { state }));
      await at.world.send(cases.accept(id));
      expect(outline(await decide(3))).toBe('409 sharing-unknown');
      const refusal = { outcome: 'refused', opinion: '不符合', reasons: '经营场所不符合食品安全要求。' };
      expect(outline(await at.world.send(cases.decide(id, 3, { body: refusal })))).toBe('200 decided');
    },
  );

  test('bars it no more once there is an answer, or the department says how it knows, however often it is asked for', async () => {
    await at.hear(fetched(id, 2, { state: 'to-be-fetched' }));
    await at.world.send(cases.accept(id));
    const body = { reasons: '登记机关书面证明该单位存续，原件已核对。' };
    const uphold = () => at.world.send(act(id, 'materials/licence/uphold', { actor: people.approver, body }));
    expect(outline(await uphold())).toBe('200 accepted');
    expect(outline(await uphold())).toBe('409 basis-stands');
    await at.hear(fetched(id, 3, { state: 'fetching' }), fetched(id, 4, { state: 'to-be-fetched' }));
    expect(await line()).toMatchObject({ status: 'to-be-fetched', shared: { upheld: { reasons: body.reasons } } });
    expect(outline(await decide(3))).toBe('200 decided');
  });
});

test('a record that its provider has corrected bars a grant until the department says why the case stands; again when it is corrected again', async () => {
  const corrected = { left: 'corrected' };
  await at.hear(fetched(id, 2, { state: 'fetched' }));
  await at.world.send(cases.accept(id));
  await at.hear(
    fetched(id, 3, { state: 'fetching', ...corrected }),
    fetched(id, 4, { state: 'fetched', ...corrected }),
  );
  expect(outline(await decide(3))).toBe('409 basis-changed');
  const bases = { path: '/intake/changed-bases', query: { department: 'amr' }, actor: people.head };
  expect((await at.world.send(bases)).body.items).toMatchObject([
    { caseId: id, requirements: [{ requirement: 'licence', left: 'corrected', status: 'fetched' }] },
  ]);
  const uphold = () => {
    const body = { reasons: '更正的是住所，与本次许可无关。' };
    return at.world.send(act(id, 'materials/licence/uphold', { actor: people.approver, body }));
  };
  expect(outline(await uphold())).toBe('200 accepted');
  expect(outline(await uphold())).toBe('409 basis-stands');

  await at.hear(
    fetched(id, 5, { state: 'fetching', ...corrected }),
    fetched(id, 6, { state: 'fetched', ...corrected }),
  );
  expect(outline(await decide(3))).toBe('409 basis-changed');
  await uphold();
  expect(outline(await decide(3))).toBe('200 decided');
});

test('a supervisor hears, once, that a provider lets a case wait', async () => {
  await at.hear(fetched(id, 2, { state: 'requested' }));
  await at.hear(fetched(id, 3, { state: 'requested', late: true }), fetched(id, 4, { state: 'requested', late: true }));
  expect(await findings('sharing-late')).toHaveLength(1);
  expect(await line()).toMatchObject({ status: 'requested', shared: { late: true } });
});

test('of a case that named no documents what is fetched is known too, and what is older than is known says nothing', async () => {
  id = await at.handedIn();
  const [first, second] = [fetched(id, 2, { state: 'fetching' }), fetched(id, 3, { state: 'fetched' })];
  await at.hear(second, first);
  expect((await line()).status).toBe('fetched');
  const stranger = fetched('00000000-0000-4000-8000-000000000000', 2, { state: 'fetched' });
  await at.hear(stranger);
});
