import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { conflictIn } from '#shared/conflict';
import {
  isMarked,
  type Condition,
  type Counting,
  type Key,
  type Lookup,
  type Row,
  type Table,
  type Write,
} from '#shared/table';
import { holds } from '#shared/table-condition.fake';
import { checkKeys, checkTransaction, keyOf, queryItems, type Item } from '#shared/table-rules.fake';

/** What goes wrong with a write: it loses a race, is carried out though the answer is lost, or meets an outage. */
export type WriteFault = 'condition' | 'transaction-conflict' | 'lost-reply' | 'outage';

export interface FakeTable extends Table {
  /** Every row as it is stored, in no order; to look at, not to change. */
  rows(): Row[];
  /** The operations called so far, one name each, as AWS counts them. */
  calls: string[];
  /** Spoils the next writes, one each, in this order. */
  spoil(...faults: WriteFault[]): void;
  /** Nothing is spoilt any more. */
  heal(): void;
  /** Runs once, between the reads of a function and its next write: the other one of a race. */
  beforeNextWrite(race: () => Promise<unknown>): void;
  /** Another table that begins with the same rows. */
  copy(): FakeTable;
}

/** One service's table in memory, with the rules of DynamoDB that we rely on; `table.contract.test.ts` keeps it true. With
 * `page`, a query gives so many rows at a time, as DynamoDB does after 1 MB. */
export function fakeTable({ page }: { page?: number } = {}): FakeTable {
  return tableOver(fakeItems(new Map()), page);
}

function tableOver(items: ReturnType<typeof fakeItems>, page: number | undefined): FakeTable {
  const calls: string[] = [];
  const faults: WriteFault[] = [];
  let race: (() => Promise<unknown>) | undefined;

  /** Carries out what `change` does, unless a fault or another writer comes first. */
  async function write(operation: string, change: () => void, marked = false): Promise<void> {
    calls.push(operation);
    const other = race;
    race = undefined;
    await other?.();
    const fault = faults.shift();
    try {
      if (fault && fault !== 'lost-reply') throw errorOf(fault, operation);
      change();
      if (fault) throw errorOf(fault, operation);
    } catch (error) {
      throw conflictIn(error, { marked });
    }
  }

  return {
    calls,
    rows: () => items.all().map(seen),
    spoil: (...next) => void faults.push(...next),
    heal: () => void faults.splice(0),
    beforeNextWrite: (run) => {
      race = run;
    },
    copy: () => tableOver(items.copy(), page),
    async get(key) {
      calls.push('GetItem');
      return rowOf(items.find(key));
    },
    async getAll(keys) {
      calls.push('BatchGetItem');
      if (keys.length === 0 || keys.length > 100 || hasTwice(keys)) throw invalid('1 to 100 keys, none twice');
      return keys.map((key) => rowOf(items.find(key)));
    },
    async query(lookup: Lookup) {
      calls.push('Query');
      const { found, last } = queryItems(items.all(), capped(lookup, page));
      return { rows: found.map((item) => unmarshall(item)), last: rowOf(last) };
    },
    async count(key, how = {}) {
      let n = 0;
      await write('UpdateItem', () => void (n = items.count(key, how)));
      return n;
    },
    put: (row, when) => write('PutItem', () => items.put(row, when)),
    transact: (writes) => write('TransactWriteItems', () => items.transact(writes), isMarked(writes)),
  };
}

const capped = (lookup: Lookup, page = Infinity): Lookup =>
  Number.isFinite(page) ? { ...lookup, limit: Math.min(page, lookup.limit ?? page) } : lookup;

function fakeItems(items: Map<string, Item>) {
  const find = (key: Key): Item | undefined => {
    checkKeys({ pk: key.pk, sk: key.sk });
    return items.get(place(key));
  };
  return {
    all: () => [...items.values()],
    copy: () => fakeItems(new Map(items)),
    find,
    put(row: Key & Row, when: Condition | undefined): void {
      const item = stored(row);
      if (!holds(when, find(row))) throw failedCondition();
      items.set(place(row), item);
    },
    count(key: Key, { many = 1, expiresAt }: Counting): number {
      const before: Row = rowOf(find(key)) ?? { ...key };
      const n = Number(before['n'] ?? 0) + many;
      items.set(place(key), stored({ ...before, n, ...(expiresAt !== undefined && { expiresAt }) }));
      return n;
    },
    transact(writes: readonly Write[]): void {
      checkTransaction(writes);
      const holding = writes.map((one) => 'add' in one || holds(one.when, find(keyOf(one))));
      if (holding.includes(false)) {
        throw cancelled(holding.map((one) => ({ Code: one ? 'None' : 'ConditionalCheckFailed' })));
      }
      const changed = writes.map((one) => ({ at: place(keyOf(one)), item: after(one, find(keyOf(one))) }));
      for (const { at, item } of changed) {
        if (item) items.set(at, item);
        else items.delete(at);
      }
    },
  };
}

const place = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
const rowOf = (item: Item | undefined) => item && unmarshall(item);

// Tests look at all rows again and again, and few have changed: an item is never changed itself, another takes its place.
const read = new WeakMap<Item, Row>();
function seen(item: Item): Row {
  const row = read.get(item) ?? Object.freeze(unmarshall(item));
  read.set(item, row);
  return row;
}

/** The item after a write; undefined where there is none. */
function after(write: Write, before: Item | undefined): Item | undefined {
  if ('put' in write) return stored(write.put);
  if ('check' in write) return before;
  if ('remove' in write) return undefined;
  if ('add' in write) return stored(added(write, rowOf(before)));
  return stored({ ...(before ? unmarshall(before) : write.update), ...write.set });
}

function added({ add, by, set }: Extract<Write, { add: Key }>, before: Row = { ...add }): Row {
  const sums = Object.entries(by).map(([name, n]) => [name, Number(before[name] ?? 0) + n]);
  return { ...before, ...set, ...Object.fromEntries(sums) };
}

function stored(row: Row): Item {
  checkKeys(row);
  const item = marshall(row, { removeUndefinedValues: true });
  if (JSON.stringify(item).length > 400 * 1024) throw invalid('Item size has exceeded the maximum allowed size');
  return item;
}

function errorOf(fault: WriteFault, operation: string): Error {
  const transaction = operation === 'TransactWriteItems';
  if (fault === 'lost-reply') return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  if (fault === 'outage') return named('InternalServerError', 'Internal server error');
  if (fault === 'transaction-conflict') {
    return transaction
      ? cancelled([{ Code: 'None' }, { Code: 'TransactionConflict' }])
      : named('TransactionConflictException', '');
  }
  return transaction ? cancelled([{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }]) : failedCondition();
}

const named = (name: string, message: string) => Object.assign(new Error(message), { name });
const invalid = (message: string) => named('ValidationException', message);
const failedCondition = () => named('ConditionalCheckFailedException', 'The conditional request failed');
const cancelled = (CancellationReasons: { Code: string }[]) =>
  Object.assign(named('TransactionCanceledException', 'Transaction cancelled'), { CancellationReasons });

const hasTwice = (keys: readonly Key[]): boolean =>
  new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk]))).size < keys.length;
