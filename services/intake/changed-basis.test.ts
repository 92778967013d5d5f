import { beforeEach, expect, test } from 'vitest';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { answer, confirmed, given, openMaterials, refused } from '../../test/support/case-materials.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
let id: string;
beforeEach(async () => {
  at = await openMaterials();
  id = await at.handedIn(given('articles'));
  await at.hear(answer(id, 2, confirmed('articles')));
  expect(outline(await at.world.send(cases.accept(id)))).toBe('200 accepted');
});

const leaves = (sequence: number, left = 'withdrawn') =>
  at.hear(answer(id, sequence, { ...confirmed('articles'), left }));
const decide = (outcome = 'granted') => {
  const reasons = outcome === 'refused' ? { reasons: '经营场所不符合规定的条件，无法整改。' } : {};
  return at.world.send(cases.decide(id, 3, { body: { outcome, opinion: '审查完毕', ...reasons } }));
};
const uphold = (reasons: string, actor = people.approver, requirement = 'articles') =>
  at.world.send(act(id, `materials/${requirement}/uphold`, { actor, body: { reasons } }));
const why = '章程已换新版，与本次许可有关的条款没有变化。';
const listed = async () =>
  (await at.world.send({ path: '/intake/changed-bases', query: { department: 'amr' }, actor: people.head })).body.items;
const findings = async () =>
  (await at.world.send({ path: '/intake/supervision/findings', actor: people.supervisor })).body.items.filter(
    ({ rule }: { rule: string }) => rule === 'basis-changed',
  );

test('a case that rests on a document which is not in force any more is not granted until its department says why it may be', async () => {
  await leaves(3);
  expect(await listed()).toMatchObject([
    { caseId: id, requirements: [{ requirement: 'articles', left: 'withdrawn', status: 'left' }] },
  ]);
  expect(outline(await decide())).toBe('409 basis-changed');
  expect(outline(await uphold('可以'))).toBe('400 no-reasons');
  expect(outline(await uphold(why, people.clerk))).toBe('403 wrong-role');
  expect(outline(await uphold(why, people.approver, 'lease'))).toBe('409 basis-stands');
  expect(outline(await uphold(why))).toBe('200 accepted');
  expect(await listed()).toEqual([]);
  expect((await at.list(id)).requirements[0]).toMatchObject({ status: 'upheld', upheld: { reasons: why } });
  // The library says once more what it has said.
  await leaves(4);
  expect(outline(await decide())).toBe('200 decided');
});

test('a refusal waits for nothing, and what has ended leaves the list', async () => {
  await leaves(3);
  expect(outline(await decide('refused'))).toBe('200 decided');
  await at.hear(...(await at.told(CaseChangedV2.type)));
  expect(await listed()).toEqual([]);
  expect(outline(await uphold(why))).toBe('409 wrong-state');
});

test('another document in its place lets the case be granted once that is confirmed, not before, and not where it is refused', async () => {
  await leaves(3, 'expired');
  expect(outline(await at.give(id, [given('articles', 2)]))).toBe('200 accepted');
  expect(outline(await decide())).toBe('409 materials-waiting');
  await at.hear(answer(id, 4, refused('articles', 2, 'not-in-force')));
  expect(outline(await decide())).toBe('409 basis-changed');
  expect(outline(await at.give(id, [given('articles', 3)]))).toBe('200 accepted');
  await at.hear(answer(id, 5, confirmed('articles', 3)));
  expect(await listed()).toEqual([]);
  expect(outline(await decide())).toBe('200 decided');
});

test('a document that leaves in the moment of the decision bars it', async () => {
  const { deps } = at.world;
  const { applications } = deps;
  let isFirst = true;
  const save: typeof applications.save = async (...all) => {
    if (isFirst) {
      isFirst = false;
      await leaves(3);
    }
    return applications.save(...all);
  };
  deps.applications = { ...applications, save };
  expect(outline(await decide())).toBe('409 basis-changed');
});

test.each([
  ['was taken back is told to the supervisors', 'withdrawn', 1],
  ['has run out since is told to nobody', 'expired', 0],
])('nothing is taken from a case that was granted; that a document of it %s', async (_, left, count) => {
  expect(outline(await decide())).toBe('200 decided');
  await leaves(3, left);
  expect(await findings()).toHaveLength(count);
  expect(await listed()).toEqual([]);
  expect((await at.world.send(cases.read(id))).body).toMatchObject({ status: 'decided', outcome: 'granted' });
});
