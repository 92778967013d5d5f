import type { DynamoRequest } from './dynamo-request.ts';

const writes = ['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem'];

/** The operations that DynamoDB can answer in this way; undefined: all of them. */
const possible = {
  'transaction-conflict': [...writes, 'TransactGetItems', 'GetItem'],
  'conditional-conflict': writes,
  'lost-reply': undefined,
  throttled: undefined,
  'server-error': undefined,
} as const satisfies Record<string, readonly string[] | undefined>;

/** `lost-reply` carries the request out and drops the connection; the others refuse it without effect. */
export type FaultKind = keyof typeof possible;

/** What shall go wrong with the next `times` requests of an operation, of a table, or of both. */
export interface Fault {
  kind: FaultKind;
  times: number;
  operation?: string;
  table?: string;
}

/** Faults waiting for their requests. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** True while a fault waits. */
  armed(): boolean;
  /** Uses up one time of the oldest fault that fits the request. */
  take(request: DynamoRequest): Fault | undefined;
  /** Number of requests spoilt so far. */
  fired(): number;
}

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  let fired = 0;

  return {
    add(fault) {
      if (fault.times > 0) waiting.push({ ...fault });
    },
    clear() {
      waiting = [];
    },
    armed: () => waiting.length > 0,
    take(request) {
      const fault = waiting.find((candidate) => fits(candidate, request));
      if (!fault) return undefined;
      fired += 1;
      fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
    fired: () => fired,
  };
}

function fits({ kind, operation, table }: Fault, request: DynamoRequest): boolean {
  const operations: readonly string[] | undefined = possible[kind];
  return (
    (operations?.includes(request.operation) ?? true) &&
    (operation ?? request.operation) === request.operation &&
    (table === undefined || request.items.some((item) => item.table === table))
  );
}
