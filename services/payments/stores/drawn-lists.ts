import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { SaidEntry } from '../domain/ledger/entry.ts';
import type { Released } from '../domain/remittance/released.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { takenWrites } from './released.ts';

/** What is drawn of released money: a 缴库清单 or a 清分结算. */
interface DrawnList<State extends string> {
  id: string;
  version: number;
  state: State;
  day: string;
  timelineHash: string;
}
interface Change<Item> {
  before: Item | undefined;
  after: Item;
  act: string;
  entries: readonly SaidEntry[];
}
interface Kind<Item> {
  name: 'REMITTANCE' | 'SETTLEMENT';
  parse: (row: unknown) => Item;
}

export const drawnKey = (name: Kind<unknown>['name'], id: string): Key => ({ pk: `${name}#${id}`, sk: 'REC' });

/** The rows of one: `<name>#<id>` with REC and T#<n>; of its day (index1), among those that stand so (index2). */
export function drawnListStore<State extends string, Item extends DrawnList<State>>(
  { name, parse }: Kind<Item>,
  table: Table,
  publisher: Publisher,
) {
  const keyOf = (id: string) => drawnKey(name, id);
  const [dayKey, standingKey] = [(day: string) => `${name}S#${day}`, (state: State) => `${name}S-IN#${state}`];
  const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Item => parse(row);
  const list = { newestFirst: false, keyOf, itemIn };

  /** The writes of an act, without the mark. */
  function writesOf({ before, after, act, entries }: Change<Item>, cause: Cause): Write[] {
    const { id, version, state, day } = after;
    const { recorded, entryRow } = timelineRow(after, { pk: keyOf(id).pk, act, version }, cause);
    const stands = { pk1: dayKey(day), sk1: id, pk2: standingKey(state), sk2: `${day}#${id}` };
    return [
      {
        put: { ...keyOf(id), schema: 1, ...plain(recorded), ...stands },
        when: before ? ifVersion(before.version) : ifAbsent,
      },
      { put: entryRow, when: ifAbsent },
      ...entryWrites({ entries, of: id }, cause, publisher),
    ];
  }

  async function save(change: Change<Item>, cause: Cause, more: readonly Write[] = []): Promise<void> {
    await table.transact([...markWrites(cause), ...writesOf(change, cause), ...more]);
  }
  return {
    async load(id: string): Promise<Item | undefined> {
      const row = await table.get(keyOf(id));
      return row && itemIn(row);
    },

    /** Those of a day, by merchant. */
    ofDay: (day: string, at: PageAt): Promise<Page<Item>> =>
      pageOf(table, { n: 1, partitions: [dayKey(day)], ...list }, at),

    /** Those that stand so, the oldest first. */
    standing: (state: State, at: PageAt): Promise<Page<Item>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], ...list }, at),

    save,

    /** It takes what it is of: each release once, in the transaction that makes it (I11). */
    draw: (change: Change<Item> & { taken: readonly Released[] }, cause: Cause): Promise<void> =>
      save(
        change,
        cause,
        change.taken.flatMap((one) => takenWrites(one, change.after.id)),
      ),
  };
}
