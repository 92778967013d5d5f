import { beforeEach, describe, expect, test } from 'vitest';
import { answer, confirmed, given, openMaterials } from '../../test/support/case-materials.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { fc } from '../../test/support/property.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
beforeEach(async () => {
  at = await openMaterials();
});

describe('a draft', () => {
  test('names documents of the library, one for each line that its item asks for in the situation', async () => {
    const wrong = await at.begin([
      given('articles'),
      given('licence'),
      given('closure'),
      given('articles', 2),
      given('deed'),
    ]);
    expect(outline(wrong)).toBe('400 invalid-input');
    expect(wrong.body.errors).toMatchObject([
      { pointer: '/materials/1/requirement', code: 'not-on-list' },
      { pointer: '/materials/2/requirement', code: 'not-on-list' },
      { pointer: '/materials/3/requirement', code: 'given-twice' },
      { pointer: '/materials/4/requirement', code: 'not-on-list' },
    ]);
    expect(outline(await at.begin([given('closure')], { situation: '注销' }))).toBe('201 draft');
  });

  test('keeps them until it names others, and names them to the library when it is handed in', async () => {
    const { id } = (await at.begin([given('articles')])).body;
    const save = (body: object, version: number) =>
      at.world.send({
        method: 'PUT',
        path: `/intake/applications/${id}`,
        actor: people.company,
        headers: { 'If-Match': `"${version}"` },
        body: { form: cases.goodForm, ...body },
      });
    expect(outline(await save({}, 1))).toBe('200 draft');
    expect(await at.statuses(id)).toMatchObject({ articles: 'given', lease: 'missing', licence: 'to-be-fetched' });
    expect(outline(await save({ materials: [given('deed')] }, 2))).toBe('400 invalid-input');
    expect(outline(await save({ materials: [given('lease', 3, 2)] }, 2))).toBe('200 draft');
    await at.world.send(cases.submit(id));
    const [fact] = await at.told('intake.application-submitted.v1');
    expect(fact?.data['materials']).toEqual([given('lease', 3, 2)]);
  });

  test.each([
    ['more than one case can use', Array.from({ length: 31 }, () => given('articles'))],
    ['no version', [{ requirement: 'articles', materialId: uuid(1) }]],
    ['something that is no id', [{ ...given('articles'), materialId: 'x' }]],
  ])('names nothing that is %s', async (_, named) => {
    expect(outline(await at.begin(named))).toBe('400 invalid-input');
  });
});

// The library judges a document once, and what it has confirmed may leave that.
const answers = fc
  .tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom(['refused'], ['confirmed'], ['confirmed', 'left']),
    fc.boolean(),
  )
  .map(([silent, judged, heard]) => [...Array.from({ length: silent }, () => 'waiting'), ...(heard ? judged : [])])
  .filter((all) => all.length > 0);

test('property: in whatever order and however often the library’s answers come, a line is as the last of them says', async () => {
  await fc.assert(
    fc.asyncProperty(
      answers.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys(), ...all.keys()], { minLength: 2 * all.length })),
      ),
      async ([all, order]) => {
        const id = await at.handedIn(given('articles'), given('lease', 2));
        const facts = all.map((state, n) => {
          const said = state === 'left' ? { state: 'confirmed', left: 'expired' } : { state };
          return answer(id, 2 + n, ...(state === 'waiting' ? [] : [{ ...confirmed('lease', 2), ...said }]));
        });
        for (const n of order) if (facts[n]) await at.hear(facts[n]);
        expect(await at.statuses(id)).toMatchObject({ articles: 'waiting', lease: all.at(-1) });
      },
    ),
    { numRuns: 25 },
  );
});
