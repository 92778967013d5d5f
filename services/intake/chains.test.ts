import { beforeAll, describe, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { alteredEntries, alteredFields } from '../../test/support/alterations.ts';
import { chainsIn, verified, type Chain } from '../../test/support/chains.ts';
import { everyKind } from '../../test/support/every-kind.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import type { Results } from '../../test/support/results.ts';
import { chainKind } from './domain/supervision/chain-kind.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const { approver, head, supervisor } = people;

describe('the chains of everything that acts have written', () => {
  let at: Results;
  let id: string;
  let chains: Chain[];
  beforeAll(async () => {
    ({ at, granted: id } = await everyKind());
    chains = chainsIn(at.table.rows());
  });
  const chainOf = (kind: string, of: string, actor = supervisor) =>
    at.world.send({ path: `/intake/supervision/${kind}/${of}/chain`, actor });

  test('hold, of every kind that a set has, over one route', async () => {
    const seen = new Set(chains.map(({ kind }) => kind));
    // Merges are of the city: see the store's own test.
    expect(chainKind.options.filter((kind) => !seen.has(kind))).toEqual(['merges']);
    for (const { kind, id: of, rows } of chains) {
      const entries = rows.filter(({ sk }) => sk.startsWith('T#')).length;
      const { body } = await chainOf(kind, of);
      expect(body).toMatchObject({ kind, id: of, intact: true, covers: 'record', entries });
    }
  });

  test('are the supervisor’s alone; what is not there is not found, nor is a kind that there is not', async () => {
    expect((await chainOf('fees', id, head)).status).toBe(403);
    expect((await chainOf('fees', id, staffActor('supervisor', { district: 'jinan' }))).status).toBe(403);
    expect((await chainOf('fees', '6f1c2d3e-4b5a-4968-8776-a5b4c3d2e1f0')).status).toBe(404);
    expect((await chainOf('forms', id)).status).toBe(404);
  });

  test('show any place of a record, an entry, a form or what was given that is not as its act left it', async () => {
    let tried = 0;
    for (const chain of chains) {
      const altered = alteredFields(chain.rows);
      tried += altered.length;
      const unseen: string[] = [];
      for (const { how, rows } of altered) {
        if ((await verified(chain, rows)).intact) unseen.push(`${chain.kind} ${how}`);
      }
      expect(unseen).toEqual([]);
    }
    expect(tried).toBeGreaterThan(2000);
  });

  test('show an entry that is gone, that has changed its place with the next, or that was added', async () => {
    for (const chain of chains) {
      for (const { how, rows } of alteredEntries(chain.rows)) {
        expect([chain.kind, how, (await verified(chain, rows)).intact]).toEqual([chain.kind, how, false]);
      }
    }
  });

  test.each([
    ['outcome', 'refused'],
    ['decision', { outcome: 'granted', opinion: '不同意' }],
    ['corrections', []],
    ['tasks', [{ n: 1 }]],
  ])('say that it is the record where its %s was altered, over HTTP', async (field, other) => {
    const key = { pk: `CASE#${id}`, sk: 'REC' };
    const row = await at.table.get(key);
    await at.table.put({ ...row, ...key, [field]: other });
    const { body } = await chainOf('applications', id);
    await at.table.put({ ...row, ...key });
    expect(body).toMatchObject({ intact: false, brokenAt: 7, what: 'record' });
  });

  test('are not broken by what is no act: clocks, papers and reads stand beside the record', async () => {
    await at.world.send(cases.read(id, { actor: approver, query: { reason: '核对申请人信息' } }));
    at.later(30);
    await passTimeHourly(at.world.deps)();
    await at.settle();
    for (const chain of chainsIn(at.table.rows())) {
      expect([chain.kind, await verified(chain, chain.rows)]).toEqual([chain.kind, { intact: true, covers: 'record' }]);
    }
  });
});
