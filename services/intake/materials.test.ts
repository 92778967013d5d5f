import { beforeEach, describe, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { answer, confirmed, given, openMaterials, refused } from '../../test/support/case-materials.ts';
import { tickedAt } from '../../test/support/clock.ts';
import { entryAt } from '../../test/support/entries.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
beforeEach(async () => {
  at = await openMaterials();
});

describe('a case', () => {
  test('says of each line what was given and confirmed, waits, was refused and why, is fetched, or is missing', async () => {
    const id = await at.handedIn(given('articles'), given('lease', 2));
    expect(await at.statuses(id)).toEqual({ articles: 'waiting', lease: 'waiting', licence: 'to-be-fetched' });
    const sha256 = 'a'.repeat(64);
    await at.hear(answer(id, 2, { ...confirmed('articles'), sha256 }, refused('lease', 2, 'not-in-force')));
    expect((await at.list(id)).requirements).toMatchObject([
      { requirement: 'articles', status: 'confirmed', sha256, version: 1 },
      { requirement: 'lease', status: 'refused', why: 'not-in-force' },
      { requirement: 'licence', status: 'to-be-fetched' },
    ]);
    expect(await at.told('intake.materials-unconfirmed.v1')).toMatchObject([
      { data: { caseId: id, partyId: 'p_company', materials: [{ requirement: 'lease', why: 'not-in-force' }] } },
    ]);
  });

  test('is accepted once what was given is confirmed or refused, not before', async () => {
    const id = await at.handedIn(given('articles'));
    expect(outline(await at.world.send(cases.accept(id)))).toBe('409 materials-waiting');
    await at.hear(answer(id, 2, confirmed('articles')));
    expect(outline(await at.world.send(cases.accept(id)))).toBe('200 accepted');
  });

  test('that nobody has answered is accepted once the originals were seen, and by law after five days', async () => {
    const first = await at.handedIn(given('articles'));
    expect(outline(await at.see(first, 'articles', { originals: 1, copies: 0 }))).toBe('200 submitted');
    expect(outline(await at.world.send(cases.accept(first)))).toBe('200 accepted');
    const second = await at.handedIn(given('articles'));
    await tickedAt(at.world, '2026-08-11T16:30:00Z');
    expect((await at.world.send(cases.read(second))).body).toMatchObject({ status: 'accepted', acceptedBy: 'silence' });
  });

  test('whose documents nobody confirms in a quarter of an hour tells its applicant, once', async () => {
    const id = await at.handedIn(given('articles'), given('lease', 2));
    await at.hear(answer(id, 2, confirmed('articles')));
    await tickedAt(at.world, '2026-08-03T01:10:00Z');
    expect(await at.told('intake.materials-unconfirmed.v1')).toEqual([]);
    await tickedAt(at.world, '2026-08-03T01:20:00Z');
    await tickedAt(at.world, '2026-08-03T03:20:00Z');
    expect(await at.told('intake.materials-unconfirmed.v1')).toMatchObject([
      { data: { materials: [{ requirement: 'lease', why: 'no-answer' }] } },
    ]);
  });

  test('takes what was missing or refused later, and tells the library of all that it uses', async () => {
    const id = await at.handedIn(given('articles'));
    await at.hear(answer(id, 2, refused('articles', 1, 'unknown')));
    expect(outline(await at.give(id, [given('articles', 2), given('lease', 3)]))).toBe('200 submitted');
    expect(await at.statuses(id)).toMatchObject({ articles: 'waiting', lease: 'waiting' });
    expect(await at.told('intake.materials-given.v1')).toMatchObject([
      { data: { caseId: id, district: 'gulou', materials: [given('articles', 2), given('lease', 3)] } },
    ]);
    // The answer to the first list comes again, and late.
    await at.hear(answer(id, 2, refused('articles', 1, 'unknown')));
    await at.hear(answer(id, 3, confirmed('articles', 2), confirmed('lease', 3)));
    expect(await at.statuses(id)).toMatchObject({ articles: 'confirmed', lease: 'confirmed' });
  });

  test('lets nobody change a confirmed document for another once it is accepted; what was to follow may come', async () => {
    const id = await at.handedIn(given('articles'));
    await at.hear(answer(id, 2, confirmed('articles')));
    await at.world.send(cases.accept(id));
    const changed = await at.give(id, [given('lease', 3), given('articles', 2)]);
    expect([outline(changed), changed.body.errors[0].pointer]).toEqual(['409 in-review', '/materials/1/requirement']);
    expect(outline(await at.give(id, [given('articles'), given('lease', 3)]))).toBe('200 accepted');
    await at.world.send(cases.withdraw(id));
    expect(outline(await at.give(id, [given('lease', 4)]))).toBe('409 wrong-state');
  });

  test('is given documents by its applicant’s side alone; a desk says who came', async () => {
    const id = await at.handedIn();
    expect(outline(await at.give(id, [given('articles')], { actor: people.stranger }))).toBe('404 not-found');
    expect(outline(await at.give(id, [given('articles')], { actor: people.approver }))).toBe('403 wrong-role');
    expect(outline(await at.give(id, [given('articles')], { actor: people.clerk }))).toBe('400 invalid-input');
    expect(outline(await at.give(id, [given('articles')], { actor: people.clerk, entry: entryAt.window }))).toBe(
      '200 submitted',
    );
    expect(outline(await at.give(id, [given('closure')]))).toBe('400 invalid-input');
  });

  test('counts what the office saw and took on paper, of what the list asks for and of nothing else', async () => {
    const id = await at.handedIn();
    await at.see(id, 'articles', { originals: 1, copies: 3 });
    await at.see(id, 'articles', { originals: 1, copies: 2 });
    await at.see(id, 'lease', { originals: 0, copies: 1 });
    expect(outline(await at.see(id, 'licence', { originals: 1, copies: 1 }))).toBe('400 not-on-list');
    expect(outline(await at.see(id, 'articles', { originals: 1, copies: 1, actor: people.otherApprover }))).toBe(
      '404 not-found',
    );
    const own = staffActor('window', {}, 'company');
    expect(
      outline(await at.see(id, 'articles', { originals: 1, copies: 1, actor: { ...own, partyId: 'p_company' } })),
    ).toBe('403 own-case');
    const path = '/intake/supervision/findings';
    const { items } = (await at.world.send({ path, actor: people.supervisor })).body;
    expect(items.map(({ rule, about }: Record<string, string>) => [rule, about])).toEqual([
      ['copies-beyond-list', 'articles'],
      ['copies-beyond-list', 'articles'],
    ]);
    const shown = await at.list(id);
    expect(shown.papers).toEqual({ originals: 1, copies: 3 });
    expect(shown.requirements[0]).toMatchObject({ status: 'seen', seen: { originals: 1, copies: 2, by: 'window' } });
  });

  test('answers a notice with documents of the library, which take the place of those before, also under review', async () => {
    const id = await at.handedIn(given('articles'));
    await at.hear(answer(id, 2, confirmed('articles')));
    await at.world.send(cases.accept(id));
    const defects = [{ material: 'articles', what: '缺页', mend: '重新上传' }];
    const body = { defects, why: '审查发现' };
    await at.world.send(act(id, 'request-supplement', { actor: people.approver, body }));
    expect(outline(await at.give(id, [given('articles', 2)]))).toBe('409 wrong-state');
    const answered = (answers: object[]) =>
      at.world.send(act(id, 'resubmit', { actor: people.company, body: { changes: [], answers } }));
    const text = '已换新版';
    const document = { materialId: uuid(2, 5), version: 1 };
    expect(outline(await answered([{ material: 'lease', text, document }]))).toBe('400 not-asked');
    expect(outline(await answered([{ material: 'articles', text, document }]))).toBe('200 accepted');
    expect(await at.statuses(id)).toMatchObject({ articles: 'waiting' });
    expect(await at.told('intake.materials-given.v1')).toMatchObject([{ data: { materials: [given('articles', 2)] } }]);
  });

  test('of another set is none of this one’s business', async () => {
    const id = await at.handedIn(given('articles'));
    await at.hear({ ...answer(id, 2, confirmed('articles')), toDistrict: 'jinan' });
    expect(await at.statuses(id)).toMatchObject({ articles: 'waiting' });
  });
});
