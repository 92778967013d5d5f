import * as z from 'zod';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { About } from '../domain/material/about.ts';
import type { Material } from '../domain/material/material.ts';
import type { Requirement } from '../domain/match/item.ts';
import { heldPartition, heldPrefix } from './held-rows.ts';
import { materialIn, recordKey } from './rows.ts';

/** Documents of one line that are looked at: of those that are sure the newest decide, of the others a few are shown. */
const looked = 5;

const pointer = once(() => z.object({ materialId: z.uuid() }));

/** What an owner has at hand: what a look costs does not depend on how many documents he has. */
export function heldStore(table: Table) {
  return {
    /** The documents of a line's kind that are about the same thing, or about what nobody has said. */
    async near(
      partyId: string,
      { requirement, about }: Pick<Requirement, 'requirement' | 'about'>,
      wanted: About | undefined,
    ): Promise<Material[]> {
      const partition = heldPartition(partyId, requirement);
      const ofParty = heldPrefix({ kind: 'party' });
      const prefixes = about === 'party' ? [ofParty] : [wanted ? heldPrefix(wanted) : `${about}:`, ofParty];
      const pages = await Promise.all(
        prefixes.map((prefix) => table.query({ partition, prefix, newestFirst: true, limit: looked })),
      );
      const ids = pages.flatMap(({ rows }) => rows.map((row) => pointer().parse(row).materialId));
      const rows = ids.length > 0 ? await table.getAll(ids.map(recordKey)) : [];
      return rows.flatMap((row) => (row ? [materialIn(row)] : []));
    },
  };
}
