import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request or a message has cost so far. */
export interface Usage {
  awsCalls: number;
  capacityUnits: number;
}

interface Metered {
  middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<{ output: object }>) => (args: never) => Promise<{ output: object }>,
      options: { step: 'initialize'; name: string },
    ): void;
  };
}

export type Meter = ReturnType<typeof createMeter>;

/** Counts the calls of AWS clients and the capacity units DynamoDB reports. */
export function createMeter() {
  const whole: Usage = { awsCalls: 0, capacityUnits: 0 };
  const parts = new AsyncLocalStorage<Usage>();
  const usage = () => parts.getStore() ?? whole;
  return {
    watch(client: Metered): void {
      client.middlewareStack.add(
        (next) => async (args) => {
          const used = usage();
          used.awsCalls += 1;
          const result = await next(args);
          used.capacityUnits += capacityOf(result.output);
          return result;
        },
        { step: 'initialize', name: 'meter' },
      );
    },
    /** Counts apart what is used within: the messages of a batch are handled side by side. */
    async apart<Result>(work: () => Promise<Result>): Promise<Result> {
      return parts.run({ awsCalls: 0, capacityUnits: 0 }, work);
    },
    /** What was used since the last reading. */
    read(): Usage {
      const used = usage();
      const read = { ...used };
      used.awsCalls = 0;
      used.capacityUnits = 0;
      return read;
    },
  };
}

function capacityOf(output: object): number {
  const consumed: unknown = 'ConsumedCapacity' in output ? output.ConsumedCapacity : [];
  const parts: unknown[] = Array.isArray(consumed) ? consumed : [consumed];
  return parts.reduce<number>((sum, part) => sum + unitsOf(part), 0);
}

function unitsOf(part: unknown): number {
  const units: unknown = typeof part === 'object' && part !== null && 'CapacityUnits' in part ? part.CapacityUnits : 0;
  return typeof units === 'number' ? units : 0;
}
