import { beforeEach, expect, test } from 'vitest';
import { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import { answer, confirmed, given, openMaterials } from '../../test/support/case-materials.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { settleFacts } from '../../test/support/settle.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
beforeEach(async () => {
  at = await openMaterials();
});

async function handedIn(): Promise<string> {
  const id = await at.handedIn(given('articles'));
  await at.hear(answer(id, 2, confirmed('articles')));
  return id;
}
async function granted(id: string): Promise<void> {
  await at.world.send(cases.accept(id));
  expect(outline(await at.world.send(cases.decide(id, 3)))).toBe('200 decided');
  await settleFacts(at.world.deps, () => at.world.facts());
}
const papers = async (by: string) => {
  const query = { from: '2026-08-03', to: '2026-08-03', by };
  const { body } = await at.world.send({ path: '/intake/supervision/summary', actor: people.supervisor, query });
  return body;
};

test('what was asked for on paper is known of each item: the last count of each line, once, with the decision', async () => {
  const id = await handedIn();
  await at.see(id, 'articles', { originals: 3, copies: 9 });
  await at.see(id, 'articles', { originals: 1, copies: 2 });
  await at.see(id, 'lease', { originals: 1, copies: 0 });
  expect((await papers('item')).total.papers).toEqual({ cases: 0, lines: 0, originals: 0, copies: 0 });
  await granted(id);
  const counted = { cases: 1, lines: 2, originals: 2, copies: 2 };
  expect((await papers('item')).items).toMatchObject([{ value: 'food-business-licence', papers: counted }]);
  const [fact, ...more] = await at.told(PapersMeasuredV1.type);
  expect([fact?.data['caseId'], more]).toEqual([id, []]);
  await at.hear(fact!);
  expect((await papers('department')).items).toMatchObject([{ value: 'amr', papers: counted }]);
});

test('where nothing was asked for on paper, or nothing was decided, nothing is counted', async () => {
  const [online, withdrawn] = [await handedIn(), await handedIn()];
  await at.see(withdrawn, 'lease', { originals: 1, copies: 1 });
  await at.see(online, 'lease', { originals: 0, copies: 0 });
  await at.world.send(cases.withdraw(withdrawn));
  await granted(online);
  expect(await at.told(PapersMeasuredV1.type)).toEqual([]);
});
