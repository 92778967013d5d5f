import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { at } from './acting.fake.ts';

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  world.clock.now = at('08-03 09:00');
  await cases.publish(world);
});
const now = (moment: string) => {
  world.clock.now = new Date(`2026-${moment}+08:00`);
};
const submitted = async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  return id;
};
const show = async (id: string) => (await world.send(read(id))).body;
const codeOf = async (request: Parameters<IntakeWorld['send']>[0]) => (await world.send(request)).body.code;
const acts = async (id: string) => {
  const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
  return body.items.map(({ act, office }: Record<string, string>) => `${act} ${office}`).slice(2);
};
const refusal = { reasons: '不符', guidance: '可先办理营业执照' };

describe('time comes first, though the hourly walk has not come yet:', () => {
  test('no refusal is approved of a case that the law has accepted', async () => {
    const id = await submitted();
    await world.send(cases.act(id, 'propose-refusal', { actor: people.clerk, body: refusal }));
    now('08-11T00:00:00');
    const approval = cases.act(id, 'approve-refusal', { actor: people.head, body: { opinion: '同意' } });
    expect(await codeOf(approval)).toBe('deadline-passed');
    expect(await show(id)).toMatchObject({
      status: 'accepted',
      acceptedBy: 'silence',
      acceptedAt: at('08-03 09:00').toISOString(),
    });
    expect(await acts(id)).toEqual(['propose-refusal gulou/window', 'accept-silently gulou/clock', 'warn gulou/clock']);
    expect(await codeOf(approval)).toBe('wrong-state');
  });

  test.each(['accept', 'request-correction', 'signpost', 'propose-refusal'])('no office does %s', async (act) => {
    const id = await submitted();
    const defects = [{ pointer: '/operator', what: '-', mend: '-' }];
    const bodies: Record<string, object> = {
      accept: {},
      'request-correction': { defects },
      signpost: { office: { outside: '省药监局' }, guidance: '-' },
      'propose-refusal': refusal,
    };
    now('08-11T00:00:00');
    expect(await codeOf(cases.act(id, act, { actor: people.clerk, body: bodies[act] ?? {} }))).toBe('deadline-passed');
    expect((await show(id)).acceptedBy).toBe('silence');
  });

  test('nobody withdraws a case that was not corrected in time', async () => {
    const id = await submitted();
    const defects = [{ pointer: '/operator', what: '-', mend: '-' }];
    await world.send(cases.act(id, 'request-correction', { actor: people.clerk, body: { defects, days: 5 } }));
    now('08-11T00:00:00');
    expect(await codeOf(cases.withdraw(id))).toBe('deadline-passed');
    expect((await show(id)).outcome).toBe('no-correction');
  });

  test('an act goes on from there where the graph lets it', async () => {
    const id = await submitted();
    now('08-11T00:00:00');
    expect((await world.send(cases.withdraw(id))).body.status).toBe('withdrawn');
    expect(await acts(id)).toEqual(['accept-silently gulou/clock', 'warn gulou/clock', 'withdraw applicant']);
  });

  test('a warning alone waits for the walk: whoever decides late is not sent back for it', async () => {
    const id = await submitted();
    await world.send(cases.accept(id));
    now('08-11T00:00:00');
    expect((await world.send(cases.decide(id, 3))).body.status).toBe('decided');
  });
});
