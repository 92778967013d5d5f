import { describe, expect, test } from 'vitest';
import { ownInbox } from '../../test/support/bundles.ts';
import * as bundles from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import * as cases from '../../test/support/intake.ts';
import { amr, complete, health, lead } from '../../test/support/stage-desk.ts';
import { handedIn, investor, open, plan, short, shortCatalogue } from '../../test/support/stages.ts';

const engine = engineForTests();

describe.each(engine.tables)('a stage over %s', (_, create) => {
  test('is opened once in each round, whoever comes first, and accepted with all its cases', async () => {
    const world = cases.intakeOver(await create());
    const inbox = ownInbox(world);
    await cases.publish(world, shortCatalogue);
    await plan(world, { ...short, items: short.items.slice(0, 1) }, 1);
    await plan(world, short, 2);
    await plan(world, short, 1);
    const both = await Promise.all([open(world), open(world)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const first = both.find(({ status }) => status === 201)?.body.id;
    await world.send(bundles.act(first, 'withdraw', { actor: investor, body: { reason: '不办了' } }));

    const id = await handedIn(world, inbox);
    const act = (name: string, actor: typeof amr, body: object = {}) =>
      world.send(bundles.act(id, name, { actor, body }));
    await act('items/survey/answer', amr, complete);
    const lacks = { answer: 'lacking', defects: [{ pointer: '/operator', what: '不符', mend: '改正' }] };
    await act('items/hygiene/answer', health, lacks);
    await act('items/hygiene/answer', health, complete);
    expect((await act('accept', lead)).status).toBe(200);
    await inbox.empty();
    const { parts, joint } = (await world.send(bundles.show(id, lead))).body;
    expect(joint.items.map(({ answer }: { answer?: string }) => answer)).toEqual(['complete', 'complete', undefined]);
    for (const { caseId } of parts.slice(0, 2)) {
      const { body } = await world.send(cases.read(caseId, { actor: investor }));
      expect(body.status).toBe('accepted');
    }
  });
});
