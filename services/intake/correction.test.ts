import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read, type Answer, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';

const about = {
  type: 'plan',
  name: '平面图',
  must: 'must',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const plan = { ...about, sharedResource: null, originals: 0, copies: 1 };
const name = { pointer: '/operator', what: '名称不符', mend: '按营业执照填写全称' };
const layout = { material: 'plan', what: '未标明食品处理区', mend: '重新绘制' };

let table: FakeTable;
let world: IntakeWorld;
let id: string;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, { ...cases.publication, items: [itemOf({ materials: [plan] })] });
  id = await draft(world);
  await world.send(cases.submit(id));
});
const notice = (defects: object[], rest: object = {}, actor = people.clerk): Promise<Answer> =>
  world.send(act(id, 'request-correction', { actor, body: { defects, ...rest } }));
const answer = (body: object, actor = people.company): Promise<Answer> =>
  world.send(act(id, 'resubmit', { actor, body: { changes: [], ...body } }));
const resubmit = (...changes: object[]): Promise<Answer> => answer({ changes });
const long = (n: number) => Array.from({ length: 24 }, () => ({ ...name, what: '不'.repeat(n), mend: '改' }));
const redrawn = [{ material: 'plan', text: '已重新绘制并交窗口' }];
const better = { pointer: '/operator', value: '示例餐饮有限公司' };
const shown = async () => (await world.send(read(id))).body;
const findings = (rule: string) => table.rows().filter((row) => row['sk'] === 'REC' && row['rule'] === rule);

describe('one notice', () => {
  test('names every defect by field and material with what mends it, twenty working days unless it says otherwise', async () => {
    expect(outline(await notice([name, layout]))).toBe('200 correcting');
    expect((await shown()).corrections).toMatchObject([
      { days: 20, defects: [name, layout], by: 'window', fault: false },
    ]);
    await tickedAt(world, '2026-08-31T15:00:00Z');
    expect((await shown()).status).toBe('correcting');
    await tickedAt(world, '2026-08-31T16:30:00Z');
    expect(await shown()).toMatchObject({ status: 'decided', outcome: 'no-correction' });
  });

  test.each([
    ['a material off the list', [{ ...layout, material: 'lease' }], '400 not-on-list'],
    ['neither field nor material', [{ what: '不符', mend: '改正' }], '400 invalid-input'],
    ['no way to mend it', [{ pointer: '/operator', what: '不符' }], '400 invalid-input'],
    ['nothing', [], '400 invalid-input'],
  ])('may not name %s', async (_, defects, expected) => {
    expect(outline(await notice(defects))).toBe(expected);
    expect((await shown()).status).toBe('submitted');
  });

  test('tells by its place what it may not demand', async () => {
    const off = [name, { ...layout, material: 'lease' }, { ...name, pointer: '/seats' }];
    const { errors } = (await notice(off)).body;
    expect(errors).toMatchObject([{ pointer: '/defects/1/material' }, { pointer: '/defects/2/pointer' }]);
  });

  test('gives five working days at the least to answer', async () => {
    const short = await notice([name], { days: 4 });
    expect([outline(short), short.body.errors[0].pointer]).toEqual(['400 invalid-input', '/days']);
  });

  test('has a length that its case can hold, and a case no more notices than it can: it ends all the same', async () => {
    const tooLong = await notice(long(500));
    expect([outline(tooLong), tooLong.body.errors[0].pointer]).toEqual(['413 notice-too-long', '/defects']);
    let last = '';
    for (let n = 0; n < 20 && last !== '409 record-full'; n += 1) {
      last = outline(await notice(long(499), {}, people.head));
      if (last === '200 correcting') await answer({ answers: [{ pointer: '/operator', text: '无误' }] });
    }
    expect(last).toBe('409 record-full');
    expect(outline(await world.send(cases.accept(id)))).toBe('200 accepted');
    expect(outline(await world.send(cases.withdraw(id)))).toBe('200 withdrawn');
  });

  test('is given within five working days; after that the law has accepted the case', async () => {
    world.clock.now = new Date('2026-08-10T16:00:00Z');
    expect(outline(await notice([name]))).not.toBe('200 correcting');
  });

  test('is extended once, and nothing is accepted or decided while it is open', async () => {
    await notice([name], { days: 5 });
    const extend = () =>
      world.send(act(id, 'extend-correction', { actor: people.clerk, body: { days: 5, reason: '外地绘制' } }));
    expect(outline(await extend())).toBe('200 correcting');
    expect(outline(await extend())).toBe('409 wrong-state');
    expect(outline(await world.send(cases.accept(id)))).toBe('409 wrong-state');
    expect(outline(await world.send(cases.decide(id, 4)))).toBe('409 wrong-state');
    world.clock.now = new Date('2026-08-17T15:59:00Z');
    expect(outline(await resubmit(better))).toBe('200 submitted');
  });
});

describe('the answer', () => {
  test('changes what was asked and no more; the office has five days anew', async () => {
    await notice([name]);
    world.clock.now = new Date('2026-08-20T02:00:00Z');
    expect(outline(await resubmit({ pointer: '/contact/name', value: '乔峰' }))).toBe('400 not-asked');
    expect(outline(await resubmit(better, { pointer: '/contact', value: {} }))).toBe('400 not-asked');
    expect(outline(await resubmit({ pointer: '/operator', value: '' }))).toBe('400 form-invalid');
    expect(outline(await resubmit(better))).toBe('200 submitted');
    const { form, acceptBy, corrections } = await shown();
    expect([form.operator, form.contact.name]).toEqual([better.value, cases.goodForm.contact.name]);
    expect(acceptBy).toBe('2026-08-27T15:59:59.999Z');
    expect(corrections[0].answeredAt).toBe('2026-08-20T02:00:00.000Z');
    // The form as it was handed in stays beside it.
    expect(table.rows().filter(({ sk }) => String(sk).startsWith('FORM#'))).toHaveLength(1);
  });

  test('speaks of everything that was named: what it leaves out is told by its place', async () => {
    await notice([name, { ...name, pointer: '/contact/phone' }, layout]);
    const nothing = await answer({});
    expect(outline(nothing)).toBe('400 not-answered');
    const places = ['/form/operator', '/form/contact/phone', '/materials/plan'];
    expect(nothing.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(places);
    const same = { pointer: '/operator', value: cases.goodForm.operator };
    expect(outline(await answer({ changes: [same], answers: redrawn }))).toBe('400 not-answered');
    expect(outline(await answer({ answers: [{ pointer: '/contact/name', text: '无误' }] }))).toBe('400 not-asked');
    const kept = { pointer: '/contact/phone', text: '号码无误' };
    expect(outline(await answer({ changes: [better], answers: [kept, ...redrawn] }))).toBe('200 submitted');
    expect((await shown()).corrections[0].answers).toEqual([kept, ...redrawn]);
  });

  test.each([
    ['2026-08-10T15:59:59Z', '200 submitted', 'submitted'],
    ['2026-08-10T16:00:00Z', '409 deadline-passed', 'decided'],
  ])('comes by the last moment of the last day: at %s it is %s', async (at, expected, status) => {
    await notice([name], { days: 5 });
    world.clock.now = new Date(at);
    expect(outline(await resubmit(better))).toBe(expected);
    expect((await shown()).status).toBe(status);
  });

  test('twice at once is taken once', async () => {
    await notice([name]);
    table.beforeNextWrite(() => resubmit(better));
    expect(outline(await resubmit({ ...better, value: '另一名称' }))).toBe('409 wrong-state');
    expect((await shown()).form.operator).toBe(better.value);
  });
});

describe('a second notice', () => {
  test('for what could have been seen the first time is the office’s fault, and a finding', async () => {
    await notice([name]);
    await resubmit(better);
    expect(outline(await notice([name, layout]))).toBe('200 correcting');
    expect((await shown()).corrections.map(({ fault }: { fault: boolean }) => fault)).toEqual([false, true]);
    expect(findings('second-notice')).toHaveLength(1);
  });

  test('is none for what the answer brought anew, and is one for what words alone were said of', async () => {
    await notice([name, layout]);
    await answer({ changes: [better], answers: redrawn });
    await notice([name]);
    expect((await shown()).corrections.at(-1).fault).toBe(false);
    expect(findings('second-notice')).toEqual([]);
    await answer({ changes: [{ ...better, value: '另一个名称' }] });
    await notice([{ ...layout, what: '比例尺不对' }], {}, people.head);
    expect((await shown()).corrections.at(-1).fault).toBe(true);
    expect(findings('second-notice')).toMatchObject([{ about: 'plan' }]);
  });

  test('may be followed by a third of the head’s alone, and nobody else is offered one', async () => {
    for (let n = 0; n < 2; n += 1) {
      expect(outline(await notice([name]))).toBe('200 correcting');
      await resubmit({ ...better, value: `第${n}个名称` });
    }
    expect((await world.send(read(id, { actor: people.clerk }))).body.actions).not.toContain('request-correction');
    expect(outline(await notice([name]))).toBe('403 third-notice');
    expect(outline(await notice([name], {}, people.head))).toBe('200 correcting');
  });

  test('may ask for one entry more of a list, and the answer appends it', async () => {
    await notice([{ pointer: '/managers/-', what: '缺食品安全管理人员', mend: '补充一名' }]);
    expect(outline(await resubmit())).toBe('400 not-answered');
    const changes = ['一', '二'].map((which) => ({ pointer: '/managers/-', value: { id: which } }));
    expect(outline(await answer({ changes }))).toBe('200 submitted');
    const { form, corrections } = await shown();
    expect(form.managers).toEqual([{ id: '一' }, { id: '二' }]);
    expect(corrections[0].changed).toEqual(['/managers/0', '/managers/1']);
  });
});
