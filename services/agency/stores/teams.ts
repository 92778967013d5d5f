import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { pageOf, type PageAt } from '#shared/record-page';
import { rowsAt } from '#shared/rows-at';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { team, type Team } from '../domain/officer/team.ts';
import { load, type Load } from '../domain/officer/load.ts';
import { loadKey, turnKey } from './officer-rows.ts';

const teamKey = (id: string): Key => ({ pk: `TEAM#${id}`, sk: 'REC' });
const list = 'TEAMS';
const storedTurn = once(() => z.object({ sequence: z.int() }));
const teamIn = ({ schema, pk, sk, pk1, sk1, ...row }: Row): Team => team().parse(row);

export interface TeamChange {
  before: Team | undefined;
  team: Team;
  act: 'create' | 'edit';
}

/** 代办队伍 of a set, and what their members carry. */
export function teamStore(table: Table) {
  /** What officers carry now, in their order; nothing of one who was never given a project. */
  async function loadsOf(officers: readonly string[]): Promise<Load[]> {
    return (await rowsAt(table, officers.map(loadKey))).map((row) => load().parse(row ?? {}));
  }

  return {
    loadsOf,

    async get(id: string): Promise<Team | undefined> {
      const row = await table.get(teamKey(id));
      return row && teamIn(row);
    },

    /** A set has few. */
    all: async (): Promise<Team[]> => (await allRows(table, { index: 'index1', partition: list })).map(teamIn),

    page: (page: PageAt) =>
      pageOf(table, { n: 1, partitions: [list], newestFirst: false, keyOf: teamKey, itemIn: teamIn }, page),

    /** How often a project was given to one of a team: whoever chooses by an older count chooses again. */
    async turnOf(id: string): Promise<number> {
      const row = await table.get(turnKey(id));
      return row ? storedTurn().parse(row).sequence : 0;
    },

    async save({ before, team: after, act }: TeamChange, cause: Cause): Promise<void> {
      const key = teamKey(after.id);
      const { recorded, entryRow } = timelineRow(after, { pk: key.pk, act, version: after.version }, cause);
      const place = { pk1: list, sk1: `${after.createdAt.toISOString()}#${after.id}` };
      await table.transact([
        ...markWrites(cause),
        {
          put: { ...key, schema: 1, ...plain(recorded), ...place },
          when: before ? ifVersion(before.version) : ifAbsent,
        },
        { put: entryRow, when: ifAbsent },
      ]);
    },
  };
}
