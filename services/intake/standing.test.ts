import { beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '#shared/access';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { uuid } from '../../test/support/facts.ts';
import { intakeOver, type IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';
import { refusalOf } from './standing.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(() => {
  table = fakeTable();
  world = intakeOver(table);
});
const at = new Date('2026-08-03T01:00:00Z');

const applicantScope = (name: string, orgs: string[] = []): Scope => {
  const actor = applicantActor(name, { orgs });
  return { actor, capacities: ['applicant'], parties: [actor.partyId, ...orgs], departments: [], office: 'applicant' };
};
const staffScope = (role: 'officer' | 'window'): Scope => ({
  actor: staffActor(role, {}, 'handler'),
  capacities: [role],
  parties: [],
  departments: 'any',
  office: `gulou/${role}`,
});
const companyCase = { itemKey: 'food-business-licence', caseId: uuid(1, 1), partyId: 'p_company' };
const place = (scope: Scope, found: object = {}) =>
  world.deps.standing.forCase(scope, { ...companyCase, ...found }, at);
const forItem = (scope: Scope, matter = {}) =>
  world.deps.standing.forItem(
    scope,
    { authorityId: uuid(1, 7), matter: { itemKey: 'food-business-licence', ...matter } },
    at,
  );

describe('to a case', () => {
  test('the party and who may act for an organisation come by themselves, without a read', async () => {
    expect(await place(applicantScope('company'))).toEqual({ place: 'own' });
    expect(await place(applicantScope('agent', ['p_company']))).toEqual({ place: 'own' });
    expect(table.calls).toEqual([]);
  });

  test('a delegate comes with one read where the case names his authority', async () => {
    await told(world.deps, authorityFact(1, 1));
    table.calls.length = 0;
    expect(await place(applicantScope('handler'), { authorityId: uuid(1, 7) })).toMatchObject({ acts: true });
    expect(table.calls).toHaveLength(1);
  });

  test('a delegate comes by another authority than that under which it was begun', async () => {
    await told(world.deps, authorityFact(1, 1, { delegate: 'p_earlier' }), authorityFact(2, 1));
    expect(await place(applicantScope('handler'), { authorityId: uuid(1, 7) })).toMatchObject({
      authority: { authorityId: uuid(2, 7) },
      acts: true,
    });
  });

  test('nobody comes by an authority that has ended, from the moment in which its fact is stored', async () => {
    await told(world.deps, authorityFact(1, 1));
    await told(world.deps, authorityFact(1, 2, { state: 'ended' }));
    expect(await place(applicantScope('handler'), { authorityId: uuid(1, 7) })).toEqual({ refused: 'none' });
  });

  test.each([
    ['death', 'confirm-death'],
    ['deregistration', 'confirm-deregistration'],
    ['legal-representative-changed', 'confirm-legal-representative'],
    [undefined, 'confirm-authority'],
  ] as const)('after %s a delegate may look, and is told what must be confirmed', async (confirm, code) => {
    await told(world.deps, authorityFact(1, 2, { state: 'to-confirm', confirm }));
    const found = await place(applicantScope('handler'));
    expect(found).toMatchObject({ place: 'authority', acts: false });
    expect(refusalOf(found)?.code).toBe(code);
  });

  test('strangers, desks and officers without a mandate do not come', async () => {
    await told(world.deps, authorityFact(1, 1));
    for (const scope of [applicantScope('stranger'), staffScope('window'), staffScope('officer')])
      expect(await place(scope)).toEqual({ refused: 'none' });
  });

  test('an officer comes in the stages of his mandate alone', async () => {
    const scope = { items: ['*'], stages: [1, 2], projectId: 'tower' };
    await told(world.deps, authorityFact(1, 1, { kind: 'officer', scope }));
    expect(await place(staffScope('officer'), { projectId: 'tower', stage: 2 })).toMatchObject({ acts: true });
    expect(await place(staffScope('officer'), { projectId: 'tower', stage: 3 })).toEqual({ refused: 'not-covered' });
    expect(await place(applicantScope('handler'), { projectId: 'tower', stage: 2 })).toEqual({ refused: 'none' });
  });

  test('a party comes by any of its ids, and so does a delegate', async () => {
    await told(
      world.deps,
      mergeFact(1, ['p_permit', 'p_company'], 'merged'),
      mergeFact(2, ['p_card', 'p_handler'], 'merged'),
    );
    await told(world.deps, authorityFact(1, 1));
    expect(await place(applicantScope('permit'))).toEqual({ place: 'own' });
    expect(await place(applicantScope('card'), { partyId: 'p_permit' })).toMatchObject({ acts: true });
    await told(world.deps, mergeFact(2, ['p_card', 'p_handler'], 'undone'));
    expect(await place(applicantScope('card'))).toEqual({ refused: 'none' });
  });
});

describe('for an item', () => {
  test('the authority says for whom is applied', async () => {
    await told(world.deps, authorityFact(1, 1));
    expect(await forItem(applicantScope('handler'))).toMatchObject({
      authority: { principal: 'p_company' },
      acts: true,
    });
  });

  test.each([
    ['of somebody else', applicantScope('stranger'), {}, 'no-authority'],
    ['that is no mandate', staffScope('officer'), {}, 'no-authority'],
    ['at a desk', staffScope('window'), {}, 'no-authority'],
    ['for another item', applicantScope('handler'), { itemKey: 'other' }, 'authority-not-covering'],
  ])('an authority %s is none', async (...[, scope, matter, code]) => {
    await told(world.deps, authorityFact(1, 1));
    expect(refusalOf(await forItem(scope, matter))?.code).toBe(code);
  });

  test('an authority that nobody knows is none', async () => {
    expect(refusalOf(await forItem(applicantScope('handler')))?.code).toBe('no-authority');
  });
});
