import { beforeAll, expect, test } from 'vitest';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { Envelope } from '#events/event';
import { on, queueHandler } from '#shared/queue';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';
import { justice, reviewer } from '../../test/support/linked.ts';
import { fc } from '../../test/support/property.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';

const told = new Set<string>([ApplicationSubmittedV1.type, CaseChangedV2.type]);
interface Line {
  id: string;
  since?: { became: string }[];
}
async function sinceIn(world: IntakeWorld): Promise<Record<string, Line['since']>> {
  const request = { path: '/intake/applications', query: { mine: 'true' }, actor: people.company };
  const items: Line[] = (await world.send(request)).body.items;
  return Object.fromEntries(items.map(({ id, since }) => [id, since]));
}

interface Upon {
  name: 'correct' | 'revoke' | 'review';
  ruling?: string;
  changedTo?: string;
}
/** Decides a case that somebody opens upon another. */
async function decided(at: Results, upon: string, { name, ...said }: Upon): Promise<string> {
  at.later(1);
  const ofOffice = name === 'revoke';
  const by = name === 'review' ? reviewer : people.approver;
  const body = { why: '原决定有误', ...(ofOffice && { ground: 'not-qualified' }) };
  const { id } = (await at.act(upon, name, { actor: ofOffice ? people.head : people.company, body })).body;
  await at.world.send(cases.accept(id, { actor: by }));
  const { version } = (await at.world.send(cases.read(id, { actor: by }))).body;
  const decision = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  expect((await at.world.send(cases.decide(id, version, { actor: by, body: decision }))).status).toBe(200);
  await at.settle();
  return id;
}

let facts: Envelope[];
let ofGulou: Record<string, Line['since']>;
beforeAll(async () => {
  const at = await openResults({ ...cases.publication, departments: [...cases.publication.departments, justice] });
  const [corrected, gone, kept] = [await at.decided(), await at.decided(), await at.decided()];
  await decided(at, corrected, { name: 'correct' });
  await decided(at, corrected, { name: 'review', ruling: 'changed', changedTo: '有效期为三年' });
  await decided(at, gone, { name: 'revoke' });
  await decided(at, await decided(at, kept, { name: 'revoke' }), { name: 'review', ruling: 'annulled' });
  facts = [...told].flatMap((type) => at.facts(type));
  ofGulou = await sinceIn(at.world);
});

test('property: in whatever order the facts of a district come, the city’s list says what the district’s own says', async () => {
  expect(Object.values(ofGulou).filter((since) => since)).toHaveLength(3);
  const shuffled = fc.shuffledSubarray(facts, { minLength: facts.length });
  await fc.assert(
    fc.asyncProperty(shuffled, fc.subarray(facts), async (order, twice) => {
      const city = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
      const heard = [
        on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
        on(CaseChangedV2, 'intake.on-case-changed', onCaseChanged),
      ];
      const consume = queueHandler(heard, city.deps);
      for (const fact of [...order, ...twice]) {
        expect((await consume(sqsEvent(fact))).batchItemFailures).toEqual([]);
      }
      expect(await sinceIn(city)).toEqual(ofGulou);
    }),
    { numRuns: 20 },
  );
});
