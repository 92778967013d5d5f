import { beforeEach, describe, expect, test } from 'vitest';
import { alteredEntries, alteredFields } from '../../test/support/alterations.ts';
import { chainsIn, verified } from '../../test/support/chains.ts';
import { everyKind } from '../../test/support/every-kind.ts';
import { asBefore } from '../../test/support/older-chains.ts';
import { people } from '../../test/support/intake.ts';
import type { Results } from '../../test/support/results.ts';

const caseId = '6f1c2d3e-4b5a-4968-8776-a5b4c3d2e1f0';
const pk = `CASE#${caseId}`;
const at = '2026-08-03T01:00:00.000Z';
// Rows and hashes as the code before this change wrote them.
const hashes = [
  'bfqJHWGw9iyjB0RjboCzCozq9hp36jGbiI_ApPKQlXY',
  'JHFTGDkfUpvf0PLUT3u7ufuzN90P8oA5ceDl04HU-ic',
  'VxxJ_wk6unRzomPy7ps1GuEyI37b0v91m_88XoZo5wk',
] as const;
const created = { act: 'create', office: 'applicant', actor: 'company' };
const submitted = { act: 'submit', office: 'applicant', actor: 'agent', onBehalfOf: 'p_company' };
const withdrawn = { act: 'withdraw', office: 'applicant', actor: 'company', reason: '不办了' };
const first = [
  { pk, sk: 'REC', schema: 2, id: caseId, version: 3, outcome: 'withdrawn', timelineHash: hashes[2] },
  { pk, sk: 'T#000001', schema: 1, at, ...created, prevHash: '' },
  { pk, sk: 'T#000002', schema: 1, at, ...submitted, confirmed: 'code-seen', prevHash: hashes[0] },
  { pk, sk: 'T#000003', schema: 1, at: '2026-08-03T02:00:00.000Z', ...withdrawn, prevHash: hashes[1] },
];

describe('a chain from before acts told what they left', () => {
  test('holds by its entries, and says that it covers no more', async () => {
    const chain = { kind: 'applications', id: caseId } as const;
    expect(await verified(chain, first)).toEqual({ intact: true, covers: 'entries' });
    // The record of the first schema is read by another shape; for its chain that makes no difference.
    const older = first.map((row) => (row.sk === 'REC' ? { ...row, schema: 1 } : row));
    expect(await verified(chain, older)).toEqual({ intact: true, covers: 'entries' });
    const entries = first.slice(1);
    const [record] = first;
    for (const { how, rows } of [...alteredFields(entries), ...alteredEntries(entries)]) {
      expect([how, (await verified(chain, record ? [record, ...rows] : rows)).intact]).toEqual([how, false]);
    }
  });

  describe('of every kind', () => {
    let world: Results;
    let id: string;
    beforeEach(async () => {
      ({ at: world, onItsWord: id } = await everyKind());
      const now = chainsIn(world.table.rows());
      for (const chain of now) {
        const kept = asBefore(chain);
        const gone = chain.rows.filter(({ sk }) => !kept.some((row) => row.sk === sk));
        for (const row of gone) await world.table.transact([{ remove: { pk: row.pk, sk: row.sk } }]);
        for (const row of kept) await world.table.put(row);
      }
    });

    test('still verifies as what it is', async () => {
      for (const chain of chainsIn(world.table.rows())) {
        const covers = chain.kind === 'commitments' ? 'nothing' : 'entries';
        expect([chain.kind, await verified(chain, chain.rows)]).toEqual([chain.kind, { intact: true, covers }]);
      }
    });

    test('covers its record from the next act on, whose entry goes on where the old ones ended', async () => {
      const body = { result: '逾期未改正' };
      const broken = await world.act(id, 'commitment/break', { actor: people.head, body });
      expect(broken.status).toBe(200);
      const chain = chainsIn(world.table.rows()).find((one) => one.kind === 'commitments' && one.id === id);
      if (!chain) throw new Error('a commitment');
      expect(await verified(chain, chain.rows)).toEqual({ intact: true, covers: 'record' });
      for (const { how, rows } of [...alteredFields(chain.rows), ...alteredEntries(chain.rows)]) {
        expect([how, (await verified(chain, rows)).intact]).toEqual([how, false]);
      }
      await world.act(id, 'delivery/download', { actor: people.company });
      const taken = chainsIn(world.table.rows()).find((one) => one.kind === 'deliveries' && one.id === id);
      expect(taken && (await verified(taken, taken.rows))).toEqual({ intact: true, covers: 'record' });
    });
  });
});
