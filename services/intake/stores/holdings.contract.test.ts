import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { uuid } from '../../../test/support/facts.ts';
import type { Holding } from '../domain/holding/holding.ts';
import { holdingStore } from './holdings.ts';

const engine = engineForTests();

const actor = { sub: 'service', partyId: 'none', kind: 'service' as const };
const cause = () => ({ at: new Date(), actor, office: 'gulou/intake', correlationId: 'c', causationId: randomUUID() });
const first: Holding = {
  licenceId: uuid(1),
  edition: 1,
  caseId: uuid(1),
  partyId: 'p_company',
  type: 'business-licence',
  state: 'valid',
  creates: true,
  sequence: 1,
};
const second: Holding = { ...first, edition: 2, caseId: uuid(2), sequence: 2 };

describe.each(engine.tables)('editions of licences over %s', (_, create) => {
  test('stand beside their holder by kind, and as what registers him; each is read once, however often it is named', async () => {
    const store = holdingStore(await create());
    await store.follow(first, undefined, cause());
    await store.follow(second, undefined, cause());
    await store.follow({ ...first, state: 'superseded', sequence: 3 }, 1, cause());
    const is = [{ ...first, state: 'superseded', sequence: 3 }, second];
    for (const type of ['business-licence', 'party']) {
      expect(await store.of(['p_other', 'p_company'], type)).toEqual(is);
    }
    expect(await store.getAll([first, second, first])).toEqual(is);
    expect(await store.of(['p_company'], 'food-business-licence')).toEqual([]);
    await expect(store.follow({ ...first, sequence: 4 }, 1, cause())).rejects.toThrow();
  });
});
