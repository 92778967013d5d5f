import * as z from 'zod';
import { once } from '#shared/once';
import { rowsAt } from '#shared/rows-at';
import type { Key, Row, Table } from '#shared/table';
import { sourcesOf, type PaidShare, type Stage } from '../domain/bill/stage.ts';
import { exception } from '../domain/exception/exception.ts';
import type { Order } from '../domain/order/order.ts';
import { remittanceState } from '../domain/remittance/graph.ts';
import { settlementState } from '../domain/settlement/graph.ts';
import { drawnKey } from './drawn-lists.ts';
import { releasedKey, takenKey } from './released.ts';
import { orderIn, orderKey, shiftIn, shiftKey } from './rows.ts';
import { broughtOn } from '../domain/shift/shift.ts';

/** A share with the exception that there may be of its number. */
export type Named = PaidShare & { exception: string };

const found = once(() => exception().pick({ id: true, money: true, released: true }));
const taken = once(() => z.object({ list: z.string() }));
const standing = once(() => z.object({ state: z.string() }));

/** Reads how far the money of many bills has come, in a few batches, whatever their number (record 45: no bill is written for it). */
export function stageStore(table: Pick<Table, 'getAll'>) {
  const lookUp = lookUpIn(table);
  return {
    async orders(ids: readonly string[]): Promise<Map<string, Order>> {
      const at = await lookUp(ids.map(orderKey));
      return new Map(ids.flatMap((id) => (at(orderKey(id)) ? [[id, orderIn(at(orderKey(id)) ?? {})] as const] : [])));
    },

    /** How far each share has come. */
    async of(shares: readonly Named[]): Promise<Stage[]> {
      const exceptions = await lookUp(shares.map(({ exception }) => exceptionKey(exception)));
      const dayOf = await daysOfDeposits(shares, lookUp);
      const sources = shares.map((one) => {
        const row = exceptions(exceptionKey(one.exception));
        const known = row && found().parse(row);
        const isEnded = known?.money === 'end' && known.released !== undefined;
        return sourcesOf(one, known).map((source) => ({ source, merchant: one.merchant, day: dayOf(one), isEnded }));
      });
      const released = await lookUp(sources.flat().flatMap((one) => [releasedKey(one), takenKey(one.source)]));
      const listOf = ({ source }: { source: string }): string | undefined => {
        const row = released(takenKey(source));
        return row && taken().parse(row).list;
      };
      const lists = await lookUp(sources.flat().flatMap((one) => (listOf(one) ? [listAt(listOf(one) ?? '')] : [])));
      const isRemitted = (one: { source: string }): boolean => {
        const list = listOf(one);
        const row = list === undefined ? undefined : lists(listAt(list));
        return row !== undefined && isDone(standing().parse(row).state);
      };
      return sources.map((own) => {
        const by = own.find((one) => one.isEnded || (released(releasedKey(one)) ?? released(takenKey(one.source))));
        if (!by) return 'paid';
        return isRemitted(by) ? 'remitted' : 'reconciled';
      });
    },
  };
}

/** The rows at many keys, found by their key. */
function lookUpIn(table: Pick<Table, 'getAll'>) {
  return async (keys: readonly Key[]) => {
    const rows = await rowsAt(table, keys);
    const byName = new Map(keys.map((key, n) => [nameOf(key), rows[n]]));
    return (key: Key): Row | undefined => byName.get(nameOf(key));
  };
}

/** Cash is released of the day on which it was brought to the bank, all else of the day on which it was paid. */
async function daysOfDeposits(shares: readonly PaidShare[], lookUp: ReturnType<typeof lookUpIn>) {
  const shifts = await lookUp(shares.flatMap(({ shift }) => (shift === undefined ? [] : [shiftKey(shift)])));
  return ({ shift, merchant, day }: PaidShare): string => {
    const row = shift === undefined ? undefined : shifts(shiftKey(shift));
    return (row && broughtOn(shiftIn(row), merchant)) ?? day;
  };
}

const listAt = (id: string): Key => drawnKey(id.startsWith('settlement.') ? 'SETTLEMENT' : 'REMITTANCE', id);
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const exceptionKey = (id: string): Key => ({ pk: `EXCEPTION#${id}`, sk: 'REC' });
/** Of a list and of a settlement alike. */
const isDone = (state: string): boolean =>
  state === remittanceState.enum.confirmed || state === settlementState.enum['paid-over'];
