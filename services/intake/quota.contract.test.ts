import { beforeEach, describe, expect, test } from 'vitest';
import { engineForTests } from '../../test/support/engine-table.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';
import type { Item } from './domain/catalogue/item.ts';

const engine = engineForTests();

describe.each(engine.tables)('an item limited in number, over %s', (_, create) => {
  let world: IntakeWorld;
  let minute: number;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    minute = 0;
    await offer({ limit: 2, per: 'month', rule: '按受理先后' });
  });
  const offer = (quantity: Item['quantity'], rest: Partial<Item> = {}) =>
    cases.publish(world, {
      ...cases.publication,
      items: [itemOf({ ...rest, quantity })],
      ...cases.groundFor('food-business-licence'),
    });
  /** A minute later than whatever was before. */
  const later = () => {
    world.clock.now = new Date(Date.parse('2026-08-03T01:00:00Z') + (minute += 1) * 60_000);
  };
  const submitted = async (): Promise<string> => {
    later();
    const id = await draft(world);
    await world.send(cases.submit(id));
    return id;
  };
  const accepted = async (): Promise<string> => {
    const id = await submitted();
    expect((await world.send(cases.accept(id))).status).toBe(200);
    return id;
  };
  const decided = async (id: string, body?: object): Promise<string> => {
    const { version } = (await world.send(cases.read(id))).body;
    const answer = await world.send(cases.decide(id, version, { ...(body && { body }) }));
    return answer.body.code ?? answer.body.status;
  };
  const refusal = { outcome: 'refused', opinion: '不同意', reasons: '不符合条件' };

  test('is granted in the order of acceptance, as often as there are places', async () => {
    const [first, second, third] = [await accepted(), await accepted(), await accepted()];
    expect(await decided(third)).toBe('not-first');
    expect(await decided(first)).toBe('decided');
    expect(await decided(third)).toBe('not-first');
    expect(await decided(second)).toBe('decided');
    expect(await decided(third)).toBe('quota-used');
    expect(await decided(third, refusal)).toBe('decided');
  });

  test('while there are places for all before, none of them, asked for more perhaps, keeps the others waiting', async () => {
    const [first, second, third] = [await accepted(), await accepted(), await accepted()];
    const defects = [{ pointer: '/operator', what: '不符', mend: '改正' }];
    const body = { defects, why: '现场发现', days: 5 };
    expect((await world.send(cases.act(first, 'request-supplement', { actor: people.approver, body }))).status).toBe(
      200,
    );
    expect(await decided(second)).toBe('decided');
    // The last place is the first one's, however long he takes.
    expect(await decided(third)).toBe('not-first');
    const answer = { actor: people.company, body: { changes: [], answers: [{ pointer: '/operator', text: '说明' }] } };
    expect((await world.send(cases.act(first, 'resubmit', answer))).status).toBe(200);
    expect([await decided(first), await decided(third)]).toEqual(['decided', 'quota-used']);
  });

  test('a refusal waits for nobody and uses no place; who withdraws steps out', async () => {
    const [first, second, third, fourth] = [await accepted(), await accepted(), await accepted(), await accepted()];
    expect(await decided(third, refusal)).toBe('decided');
    expect((await world.send(cases.withdraw(first))).status).toBe(200);
    expect(await decided(second)).toBe('decided');
    expect(await decided(fourth)).toBe('decided');
  });

  test('acceptance counts, not the submission; silence accepts as of the day of receipt', async () => {
    await offer({ limit: 1, per: 'month', rule: '按受理先后' });
    const [silent, early] = [await submitted(), await submitted()];
    later();
    expect((await world.send(cases.accept(early))).status).toBe(200);
    await tickedAt(world, '2026-08-10T17:00:00Z');
    expect(await decided(early)).toBe('not-first');
    expect(await decided(silent)).toBe('decided');
    expect(await decided(early)).toBe('quota-used');
  });

  test('every month has its own places and its own line', async () => {
    const [august] = [await accepted(), await accepted(), await accepted()];
    minute += 31 * 24 * 60;
    const september = await accepted();
    expect(await decided(september)).toBe('decided');
    expect(await decided(august ?? '')).toBe('decided');
  });

  test('what is decided on the spot takes a place at once, behind nobody', async () => {
    await offer({ limit: 1, per: 'year', rule: '按受理先后' }, { kind: 1 });
    const [one, other] = [await submitted(), await submitted()];
    expect(await decided(other)).toBe('decided');
    expect(await decided(one)).toBe('quota-used');
  });

  test('two who take the last place at once: one has it', async () => {
    await offer({ limit: 1, per: 'year', rule: '按受理先后' }, { kind: 1 });
    const ids = [await submitted(), await submitted(), await submitted()];
    const answers = await Promise.all(ids.map((id) => decided(id)));
    expect(answers.toSorted((a, b) => a.localeCompare(b))).toEqual(['decided', 'quota-used', 'quota-used']);
  });

  const revoked = async (id: string, outcome = 'granted') => {
    const said = { ground: 'not-qualified', why: '条件不符' };
    const { body } = await world.send(cases.act(id, 'revoke', { actor: people.head, body: said }));
    expect(body.status).toBe('accepted');
    return decided(body.id, { outcome, opinion: '经审查', reasons: '条件不符' });
  };

  test('a grant that is revoked gives its place back, once and in its own month: the next in line has it', async () => {
    const [first, second, third, fourth] = [await accepted(), await accepted(), await accepted(), await accepted()];
    for (const id of [first, second]) expect(await decided(id)).toBe('decided');
    expect(await decided(third)).toBe('quota-used');
    minute += 31 * 24 * 60;
    const september = [await accepted(), await accepted(), await accepted()];
    expect(await decided(september[2] ?? '')).toBe('not-first');
    expect(await revoked(first, 'refused')).toBe('decided');
    expect(await decided(third)).toBe('quota-used');
    expect(await revoked(first)).toBe('decided');
    expect(await decided(fourth)).toBe('not-first');
    expect(await decided(third)).toBe('decided');
    expect(await decided(fourth)).toBe('quota-used');
    expect([await decided(september[0] ?? ''), await decided(september[1] ?? '')]).toEqual(['decided', 'decided']);
    expect(await decided(september[2] ?? '')).toBe('quota-used');
  });

  test('the only place comes back, and goes, as often as it is granted and revoked', async () => {
    await offer({ limit: 1, per: 'year', rule: '按受理先后' });
    const ids = [await accepted(), await accepted(), await accepted()];
    for (const [n, id] of ids.entries()) {
      expect(await decided(id)).toBe('decided');
      for (const next of ids.slice(n + 1)) expect(await decided(next)).toBe('quota-used');
      expect(await revoked(id)).toBe('decided');
    }
  });

  test('a change takes no place where the licence is known: granted here, or seen; one that is only said takes one', async () => {
    await offer({ limit: 1, per: 'year', rule: '按受理先后' }, { situations: ['变更', '新办'] });
    const said = await accepted();
    expect(await decided(said)).toBe('decided');
    const known = await accepted();
    const seen = await submitted();
    expect((await world.send(cases.accept(seen, { body: { licence: { document: '许可证' } } }))).status).toBe(200);
    expect([await decided(seen), await decided(known)]).toEqual(['decided', 'decided']);
    world = cases.intakeOver(await create());
    await offer({ limit: 1, per: 'year', rule: '按受理先后' }, { situations: ['变更', '新办'] });
    const [one, other] = [await accepted(), await accepted()];
    expect([await decided(one), await decided(other)]).toEqual(['decided', 'quota-used']);
  });

  test('in whatever order three are decided, no place is given twice', async () => {
    const ids = [await accepted(), await accepted(), await accepted()];
    for (const id of [...ids, ...ids, ...ids].toReversed()) await decided(id);
    const granted = (await world.facts()).filter(({ data }) => data['outcome'] === 'granted');
    expect(new Set(granted.map(({ subject }) => subject))).toEqual(new Set(ids.slice(0, 2)));
    expect((await world.send({ path: `/intake/applications/${ids[2]}`, actor: people.head })).body.status).toBe(
      'accepted',
    );
  });
});
