import { beforeEach, describe, expect, test } from 'vitest';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { justice, reviewer } from '../../test/support/linked.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { outboxOf, settleFacts } from '../../test/support/settle.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let at: Results;
let id: string;
beforeEach(async () => {
  const departments = [...cases.publication.departments, justice];
  at = await openResults({ ...cases.publication, departments });
  id = await at.decided();
  await passTimeHourly(at.world.deps)();
});
const { company, head, approver } = people;

/** Opens a case upon another, and grants what it asks; its id. */
async function upon(
  whose: string,
  name: string,
  { actor, by = approver, opened = {}, said = {} }: Upon,
): Promise<string> {
  const { body } = await at.act(whose, name, { actor, body: { why: '原决定有误', ...opened } });
  await at.world.send(cases.accept(body.id, { actor: by }));
  const shown = await at.world.send(cases.read(body.id, { actor: by }));
  const decision = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  expect(await at.world.send(cases.decide(body.id, shown.body.version, { actor: by, body: decision }))).toMatchObject({
    status: 200,
  });
  return body.id;
}
interface Upon {
  actor: typeof company;
  by?: typeof company;
  opened?: object;
  said?: object;
}
const revoked = () => upon(id, 'revoke', { actor: head, opened: { ground: 'not-qualified' } });
const annulled = (whose: string) =>
  upon(whose, 'review', { actor: company, by: reviewer, said: { ruling: 'annulled' } });

const delivery = async (actor = company) => (await at.see(id, 'delivery', { actor })).body;
const take = () => at.act(id, 'delivery/download', { actor: company, body: {} });
const hour = () => passTimeHourly(at.world.deps)();
const lateOnes = () => at.findings().filter(({ rule, caseId }) => rule === 'delivery-overdue' && caseId === id);

describe('what a revocation, or a review that annuls, takes back', () => {
  test.each(['revoked', 'annulled'])('is not handed over any more, and nobody is late with it: %s', async (how) => {
    const by = how === 'revoked' ? await revoked() : await annulled(id);
    await at.settle();
    expect(outline(await take())).toEqual([409, 'wrong-state']);
    expect(await delivery()).toMatchObject({
      status: 'taken-back',
      actions: [],
      takenBack: { caseId: by },
      late: false,
    });
    at.later(30);
    await hour();
    expect(lateOnes()).toEqual([]);
    expect((await delivery()).late).toBe(false);
  });

  test('is not handed over either before the fact of that has come', async () => {
    await revoked();
    expect(outline(await take())).toEqual([409, 'wrong-state']);
  });

  test('is closed and kept, though nobody has fetched it', async () => {
    await revoked();
    await at.settle();
    const kept = at.table.rows().some(({ pk, sk }) => pk === `ARCHIVE#${id}` && sk === 'REC');
    expect(kept).toBe(true);
  });

  test('is marked where it had come to him, and his paper stays readable', async () => {
    await take();
    await revoked();
    await at.settle();
    expect(await delivery(approver)).toMatchObject({ status: 'taken-back', proof: { kind: 'downloaded' } });
    const list = { path: '/intake/deliveries', query: { department: 'amr', status: 'taken-back' }, actor: approver };
    expect((await at.world.send(list)).body.items).toMatchObject([{ id }]);
  });

  test('stays with the office also where the fact of the grant comes last', async () => {
    const clean = at.table.rows().filter(({ pk }) => /^(DELIVERY|MARK)#/.test(String(pk)));
    await at.table.transact(clean.map(({ pk, sk }) => ({ remove: { pk: String(pk), sk: String(sk) } })));
    await revoked();
    await settleFacts(at.world.deps, async () => outboxOf(at.table).toReversed());
    expect(outline(await take())).toEqual([409, 'no-result']);
  });
});

describe('a grant that stands again, as its revocation is annulled,', () => {
  test.each(['due', 'delivered'])('has its result again where that was: %s', async (was) => {
    if (was === 'delivered') await take();
    const revocation = await revoked();
    await at.settle();
    at.later(30);
    await annulled(revocation);
    await at.settle();
    expect(await delivery()).toMatchObject({ status: was, late: false });
    await hour();
    expect(lateOnes()).toEqual([]);
    if (was === 'due') expect(outline(await take())).toEqual([200, 'delivered']);
  });

  test('is delivered within ten days from then', async () => {
    const revocation = await revoked();
    await at.settle();
    at.later(30);
    await annulled(revocation);
    await at.settle();
    await hour();
    expect(lateOnes()).toEqual([]);
    at.later(40);
    await hour();
    expect(lateOnes()).toHaveLength(1);
  });

  test('has ten days anew that wait for a year whose calendar nobody has published', async () => {
    at.world.clock.now = new Date('2026-12-28T01:00:00Z');
    const revocation = await revoked();
    await at.settle();
    await annulled(revocation);
    await at.settle();
    const moved = { status: 'due', deliverBy: '2027-01-11T15:59:59.999Z', provisional: true, late: false };
    at.later(30);
    await hour();
    expect([await delivery(), lateOnes()]).toMatchObject([moved, []]);
    at.later(60);
    await hour();
    expect([await delivery(), lateOnes()]).toMatchObject([{ provisional: true, late: true }, [{ caseId: id }]]);
  });
});
