import { beforeEach, expect, test } from 'vitest';
import { decidedAt } from '../../test/support/licence-facts.ts';
import { openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { changed, givenAnew, submitted, used } from '../../test/support/using-cases.ts';

const kind = 'food-business-licence';
const { licenceId, fact: issued } = decidedAt(1, 'issue');
const result = { ...used(kind, licenceId), result: true };

let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});
const tellOfLicence = () => world.hear(...world.facts('materials.licence-changed.v1'));
const answers = () =>
  world
    .facts('materials.case-materials-changed.v1')
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ data }) => data['requirements']);
const confirmed = { ...used(kind, licenceId), state: 'confirmed' };

test('a licence that its bundle has given is waited for where it comes later, and confirmed when it does, once', async () => {
  await world.hear(submitted([result]));
  expect(answers()).toEqual([[]]);
  await world.hear(changed(3, 'accepted'));
  await world.hear(issued);
  await tellOfLicence();
  await tellOfLicence();
  expect(answers()).toEqual([[], [confirmed]]);
});

test('one that is there already is confirmed at once, and no other unknown document is waited for', async () => {
  await world.hear(issued);
  await world.hear(submitted([result, used('deed', decidedAt(7, 'issue').licenceId)]));
  expect(answers()).toEqual([[confirmed, expect.objectContaining({ state: 'refused', why: 'unknown' })]]);
});

test('one that comes revoked is refused, and one that is another’s as well', async () => {
  await world.hear(submitted([result]));
  await world.hear(decidedAt(2, 'revoke', { upon: 1, minute: 5 }).fact);
  await world.hear(issued);
  await tellOfLicence();
  expect(answers()).toMatchObject([[], [{ state: 'refused', why: 'not-at-hand' }]]);

  world = openLibrary();
  await world.hear(submitted([result], { partyId: 'p_other' }));
  await world.hear(issued);
  await tellOfLicence();
  expect(answers()).toMatchObject([[], [{ state: 'refused', why: 'unknown' }]]);
});

test('where the applicant gives another document for its line meanwhile, nobody waits any more', async () => {
  const paper = await world.atHand(pdfOf('a licence on paper'), { type: kind });
  await world.hear(submitted([result]));
  await world.hear(givenAnew(1, [used(kind, paper)]));
  await world.hear(issued);
  await tellOfLicence();
  expect(answers()).toMatchObject([[], [{ materialId: paper, state: 'confirmed' }]]);
});

test('documents of whoever applied before his bundle created the party count for its cases, and stay his', async () => {
  const plan = await world.atHand(pdfOf('a plan'), { type: 'plan' });
  await world.hear(submitted([used('plan', plan)], { partyId: 'p_new', heldBy: 'p_company' }));
  expect(answers()).toMatchObject([[{ materialId: plan, state: 'confirmed' }]]);
  await world.hear(givenAnew(1, [used('plan', plan), used('deed', plan)]));
  expect(answers()).toMatchObject([[{}], [{ state: 'confirmed' }, { state: 'refused', why: 'other-kind' }]]);
});
