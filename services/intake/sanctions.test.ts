import { beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../test/support/library.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { licences, renewal } from '../../test/support/licences.ts';
import { otherHead, outline, reviewer } from '../../test/support/linked.ts';
import { fc } from '../../test/support/property.ts';
import { settleFacts } from '../../test/support/settle.ts';
import { canBe } from './domain/case/sanction.ts';

let one: Awaited<ReturnType<typeof licences>>;
let library: ReturnType<typeof openLibrary>;
beforeEach(async () => {
  one = await licences('food-business-licence');
  library = openLibrary();
});

const why = '超出许可范围经营，依照《食品安全法》第一百二十二条处理。';
const opened = (id: string, wanted: string, actor = people.head) =>
  one.world.send(act(id, 'sanction', { actor, body: { act: wanted, why } }));
type Ruled = { ruling?: string; outcome?: string; reasons?: string; actor?: typeof people.approver };
const ended = async (id: string, version: number, { actor = people.approver, ...said }: Ruled = {}) => {
  const body = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  return outline(await one.world.send(cases.decide(id, version, { actor, body })));
};
/** A sanction that another person than its opener decides; its case. */
async function sanctioned(id: string, wanted: string, said: Ruled = {}): Promise<string> {
  const { status, body } = await opened(id, wanted);
  expect(status).toBe(201);
  // What the office opens of its own accord is accepted as it is opened.
  expect(await ended(body.id, 1, said)).toBe('200 decided');
  return body.id;
}
async function annulled(id: string): Promise<void> {
  const { body } = await one.world.send(act(id, 'review', { actor: people.company, body: { why: '处罚过重' } }));
  expect(outline(await one.world.send(act(body.id, 'accept', { actor: reviewer })))).toBe('200 accepted');
  expect(await ended(body.id, 2, { ruling: 'annulled', actor: reviewer })).toBe('200 decided');
}
/** How the library of the city shows the licence, once it has heard all. */
async function standing(): Promise<string> {
  await settleFacts(one.world.deps, () => one.world.facts());
  const decided = (await one.world.facts()).filter(({ type }) => type === 'intake.licence-decided.v1');
  for (const fact of decided) await library.hear(fact);
  return (await library.send('GET', '/materials/licences')).body.items[0].status;
}

describe('a licence', () => {
  test('is suspended, holds again and is forfeited, each by a decision of its own, and stands so in the library of the city', async () => {
    const id = await one.granted();
    expect(await standing()).toBe('valid');
    for (const [wanted, state] of [
      ['suspend', 'suspended'],
      ['resume', 'valid'],
      ['suspend', 'suspended'],
      ['forfeit', 'forfeited'],
    ] as const) {
      await sanctioned(id, wanted);
      expect(await standing()).toBe(state);
    }
  });

  test('stays as it is where the sanction is refused', async () => {
    const id = await one.granted();
    await sanctioned(id, 'forfeit', { outcome: 'refused' });
    expect(await standing()).toBe('valid');
    expect((await opened(id, 'suspend')).status).toBe(201);
  });

  test('that is forfeited is its holder’s no more: it is not renewed by silence or otherwise', async () => {
    await sanctioned(await one.granted(), 'forfeit');
    const { body } = await one.begin(renewal('2026-08-13'));
    expect((await one.world.deps.applications.getForClock(body.id))?.licence).toBeUndefined();
  });

  test('whose forfeiture a review annuls is his again, as if nothing had been decided', async () => {
    const id = await one.granted();
    await annulled(await sanctioned(id, 'forfeit'));
    expect(await standing()).toBe('valid');
    const next = await one.submitted(renewal('2026-08-13'));
    expect((await one.world.deps.applications.getForClock(next))?.licence).toMatchObject({ grantedIn: id });
    await sanctioned(id, 'suspend');
    expect(await standing()).toBe('suspended');
  });

  test('whose suspension is annulled holds; what was decided of it otherwise stands', async () => {
    const id = await one.granted();
    const first = await sanctioned(id, 'suspend');
    await sanctioned(id, 'forfeit');
    await annulled(first);
    expect(await standing()).toBe('forfeited');
  });
});

describe('a sanction', () => {
  test('is opened by a head, upon what began a licence, one at a time, and never decided by who opened it', async () => {
    const id = await one.granted();
    expect((await opened(id, 'forfeit', people.approver)).status).toBe(403);
    expect((await opened(id, 'forfeit', people.company)).status).toBe(403);
    const { body } = await opened(id, 'forfeit');
    expect(outline(await opened(id, 'suspend', otherHead))).toBe('409 already-followed');
    expect(await ended(body.id, 1, { actor: people.head })).toBe('403 recused');
    expect((await one.world.send(read(body.id))).body).toMatchObject({
      follows: { caseId: id, as: 'sanction', sanction: 'forfeit', by: 'office' },
      actions: [],
    });
    const changed = await one.granted({ situation: '变更' });
    expect(outline(await opened(changed, 'forfeit'))).toBe('409 not-to-follow');
    const refused = await one.accepted();
    await one.world.send(cases.decide(refused, 3, { body: { outcome: 'refused', opinion: '不符', reasons: '无' } }));
    expect(outline(await opened(refused, 'forfeit'))).toBe('409 not-to-follow');
  });

  test('that has no sense as the licence stands is not opened', async () => {
    const id = await one.granted();
    expect(outline(await opened(id, 'resume'))).toBe('409 sanction-not-now');
    await sanctioned(id, 'suspend');
    expect(outline(await opened(id, 'suspend'))).toBe('409 sanction-not-now');
    await sanctioned(id, 'forfeit');
    for (const wanted of ['suspend', 'resume', 'forfeit']) {
      expect(outline(await opened(id, wanted))).toBe('409 sanction-not-now');
    }
    expect(outline(await opened(id, 'burn'))).toBe('400 invalid-input');
  });

  test('is told to its holder by what becomes of his licence, and never as a grant', async () => {
    const id = await one.granted();
    const caseId = await sanctioned(id, 'suspend');
    const facts = (await one.world.facts()).filter(({ subject }) => subject === caseId);
    const told = facts.filter(({ type }) => type.startsWith('intake.case-changed') || type.includes('submitted'));
    expect(told.length).toBeGreaterThan(1);
    for (const { data } of told) {
      expect(data).toMatchObject({ sanctions: { caseId: id, act: 'suspend' } });
      expect(data).not.toHaveProperty('follows');
    }
  });

  test('fits what those before it have made of the licence, whatever they were', () => {
    const acts = fc.constantFrom('suspend', 'resume', 'forfeit');
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 8 }), acts, (before, wanted) => {
        const gone = before.includes('forfeit');
        const held = before.findLast((name) => name !== 'forfeit') === 'suspend';
        const fits = { suspend: !gone && !held, resume: !gone && held, forfeit: !gone };
        expect(canBe(wanted, before)).toBe(fits[wanted]);
      }),
    );
  });
});
