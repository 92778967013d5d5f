import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { act, cityKey, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, otherHead, outline, type LinkedWorld } from '../../test/support/linked.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';

const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
const cameId = partyIdOf(cityKey, document);
const came = (relation: string) => ({ ...entryAt.window, present: { relation, document } });
const unsigned = { ...entryAt.window, signatureKept: false, unsigned: 'declined' };
const clerk = staffActor('window', {}, 'other-clerk');

let world: LinkedWorld;
beforeEach(async () => {
  world = await linkedOver(fakeTable());
});
const submitted = async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  return id;
};
const corrected = async () => {
  const id = await submitted();
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '按营业执照填写全称' }];
  await world.send(act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
  return id;
};
const changes = [{ pointer: '/operator', value: '示例餐饮有限公司' }];

/** All that a desk does in a case in its applicant's name: where the case stands then, and what is said. */
const acts: Record<string, { of: () => Promise<string>; body: object; done: string }> = {
  resubmit: { of: corrected, body: { changes }, done: '200 submitted' },
  withdraw: { of: submitted, body: { reason: '不办了' }, done: '200 withdrawn' },
  correct: { of: () => world.decided(), body: { why: '名称有误' }, done: '201 submitted' },
  review: { of: () => world.decided('refused'), body: { why: '理由不成立' }, done: '201 submitted' },
  'signpost-agreed': {
    of: submitted,
    body: { office: { outside: '省药监局' }, guidance: '请到省级窗口' },
    done: '200 decided',
  },
};
const by = async (name: string, id: string, entry: object) =>
  world.send(act(id, name, { actor: clerk, body: { ...acts[name]?.body, entry } }));

describe.each(Object.keys(acts))('%s at a desk', (name) => {
  const prepared = async () => (await acts[name]?.of()) ?? '';
  const done = acts[name]?.done;

  test('is refused to a stranger, whatever he says he is, and changes nothing', async () => {
    const id = await prepared();
    const before = (await world.send(read(id))).body.version;
    const answer = await by(name, id, came('handler'));
    expect([outline(answer), answer.body.errors[0].pointer]).toEqual(['403 not-entitled', '/entry/present/document']);
    expect(outline(await by(name, id, came('self')))).toBe('403 not-entitled');
    expect((await world.send(read(id))).body.version).toBe(before);
  });

  test('is done for the applicant who is known by another document of his', async () => {
    const id = await prepared();
    await told(world.deps, mergeFact(1, ['p_company', cameId], 'merged'));
    expect(outline(await by(name, id, came('self')))).toBe(done);
  });

  test('is done for who holds an authority of his, once it is confirmed, and not without a signature where nobody is named', async () => {
    const id = await prepared();
    if (name !== 'signpost-agreed') expect(outline(await by(name, id, unsigned))).toBe('403 not-entitled');
    await told(world.deps, authorityFact(1, 1, { delegate: cameId, state: 'to-confirm' }));
    expect(outline(await by(name, id, came('handler')))).toBe('409 confirm-authority');
    await told(world.deps, authorityFact(1, 2, { delegate: cameId }));
    expect(outline(await by(name, id, came('handler')))).toBe(done);
  });
});

describe('a case that is withdrawn at a desk', () => {
  test('keeps what the clerk saw and by what right it was done, and says for whom', async () => {
    const id = await submitted();
    await told(world.deps, authorityFact(1, 1, { delegate: cameId }));
    await by('withdraw', id, came('handler'));
    const { body } = await world.send(read(id));
    const present = { relation: 'handler', partyId: cameId };
    const right = { right: 'authority', authorityId: uuid(1, 7) };
    expect(body).toMatchObject({ outcome: 'withdrawn', withdrawnAtDesk: { clerk: 'other-clerk', present, ...right } });
    const { items } = (await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` })).body;
    expect(items.at(-1)).toMatchObject({ act: 'withdraw', actor: 'other-clerk', onBehalfOf: 'p_company' });
  });

  test('may be a draft that was entered there, or accepted; the clerk’s own it is not, and without an entry it is none', async () => {
    const applicant = { kind: 'organisation', uscc: '91350100M000100Y43' };
    const begun = { itemKey: 'food-business-licence', channel: 'window', form: cases.goodForm, applicant };
    const path = '/intake/applications';
    const body = { ...begun, entry: entryAt.window };
    const headers = cases.freshKey();
    const entered = await world.send({ method: 'POST', path, headers, actor: clerk, body });
    expect(outline(await by('withdraw', entered.body.id, entryAt.window))).toBe('200 withdrawn');
    const id = await submitted();
    await world.send(cases.accept(id));
    const bare = act(id, 'withdraw', { actor: clerk, body: { reason: '不办了' } });
    expect(outline(await world.send(bare))).toBe('400 invalid-input');
    const own = { ...clerk, partyId: 'p_company' };
    const his = act(id, 'withdraw', { actor: own, body: { reason: '不办了', entry: entryAt.window } });
    expect(outline(await world.send(his))).toBe('403 own-case');
    expect(outline(await by('withdraw', id, entryAt.window))).toBe('200 withdrawn');
  });
});

describe('on the telephone', () => {
  const hotline = staffActor('hotline', {}, 'operator');

  test('nobody can be identified, so nothing is done in a case that there is', async () => {
    const id = await corrected();
    for (const name of ['resubmit', 'withdraw', 'delivery/choose']) {
      const actor = hotline;
      expect(outline(await world.send(act(id, name, { actor, body: { changes, reason: '-', way: 'download' } })))).toBe(
        '403 wrong-role',
      );
    }
  });
});

describe('what an office has begun of its own accord', () => {
  test.each(['revoke', 'correct'] as const)('is not ended as an incomplete application is: %s', async (how) => {
    const id = await world.decided();
    const opened = how === 'revoke' ? await world.revoke(id) : await world.correct(id, {}, people.approver);
    const defects = [{ pointer: '/operator', what: '名称不符', mend: '改' }];
    const shown = { office: { outside: '省药监局' }, guidance: '请到省级窗口' };
    const tried: [string, object, typeof clerk][] = [
      ['request-correction', { defects }, clerk],
      ['request-correction', { defects }, otherHead],
      ['propose-refusal', { reasons: '不属于受理范围', guidance: '请咨询' }, clerk],
      ['signpost', shown, clerk],
      ['signpost-agreed', { ...shown, entry: entryAt.window }, clerk],
    ];
    for (const [name, body, actor] of tried) {
      expect(outline(await world.send(act(opened.body.id, name, { actor, body })))).toBe('409 wrong-state');
    }
    const { actions } = (await world.send(read(opened.body.id, { actor: clerk }))).body;
    expect(actions).toContain('recuse');
    for (const [name] of tried) expect(actions).not.toContain(name);
  });
});
