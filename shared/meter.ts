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

/** Counts the calls of AWS clients and the capacity units DynamoDB reports; one function environment handles one event at a time. */
export function createMeter() {
  const usage: Usage = { awsCalls: 0, capacityUnits: 0 };
  return {
    watch(client: Metered): void {
      client.middlewareStack.add(
        (next) => async (args) => {
          usage.awsCalls += 1;
          const result = await next(args);
          usage.capacityUnits += capacityOf(result.output);
          return result;
        },
        { step: 'initialize', name: 'meter' },
      );
    },
    /** What was used since the last reading. */
    read(): Usage {
      const read = { ...usage };
      usage.awsCalls = 0;
      usage.capacityUnits = 0;
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
