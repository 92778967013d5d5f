import type { DynamoDBRecord } from 'aws-lambda';
import type { Outcome } from '../lambda/spec.ts';
import { failuresIn, type MappingMeans, pause, type Trouble } from './mapping.ts';

export interface DeliveryPlan {
  /** The function reports which record it did not do. */
  partial: boolean;
  bisect: boolean;
  /** Attempts after the first; infinite unless the template says so. */
  retries: number;
  maximumAgeMs: number;
  /** Takes what is given up. */
  giveUp: (lost: GivenUp) => void;
}

export interface GivenUp {
  records: DynamoDBRecord[];
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  attempts: number;
  outcome: Outcome;
}

export interface Delivery {
  /** Resolves when every record was done or given up, in order; or when the signal is aborted. */
  deliver: (records: DynamoDBRecord[], readMs: number) => Promise<void>;
  trouble: () => Trouble | undefined;
}

const longestPauseMs = 1000;
const troubledAfter = 5;

const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

/** Index of the first record that must be delivered again; undefined when all were done. */
function firstFailure(outcome: Outcome, records: DynamoDBRecord[], partial: boolean): number | undefined {
  if (!partial) return outcome.ok ? undefined : 0;
  const failed = failuresIn(outcome, new Set(records.map(sequenceOf)));
  if (failed === 'all') return 0;
  const index = records.findIndex((record) => failed.has(sequenceOf(record)));
  return index < 0 ? undefined : index;
}

const halves = (records: DynamoDBRecord[]): DynamoDBRecord[][] => {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)];
};

/** Delivers batches of one stream: again from the first failed record, in halves where asked, until given up. */
export function createDelivery(plan: DeliveryPlan, means: MappingMeans & { signal: AbortSignal }): Delivery {
  const { partial, bisect, retries, maximumAgeMs, giveUp } = plan;
  const { pool, clock, activity, signal } = means;
  let inVain = 0;
  let lastFailure = '';

  const backOff = async (): Promise<void> => {
    inVain += 1;
    activity.wake();
    await pause(Math.min(longestPauseMs, 25 * 2 ** inVain), signal);
  };

  /** Delivers one part and gives what must still be delivered of it. */
  const deliverPart = async (part: DynamoDBRecord[], readMs: number): Promise<DynamoDBRecord[][]> => {
    let records = part;
    for (let attempts = 1; !signal.aborted; attempts += 1) {
      const outcome = await pool.invoke(JSON.stringify({ Records: records }));
      const failed = firstFailure(outcome, records, partial);
      if (failed === undefined) return [];
      records = records.slice(failed);
      lastFailure = outcome.ok ? 'the function reports failed items' : outcome.message;
      if (clock.ms() - readMs > maximumAgeMs) {
        giveUp({ records, condition: 'RecordAgeExceeded', attempts, outcome });
        return [];
      }
      if (failed === 0 && bisect && records.length > 1) return halves(records);
      if (attempts > retries) {
        giveUp({ records, condition: 'RetryAttemptsExhausted', attempts, outcome });
        return [];
      }
      await backOff();
    }
    return [];
  };

  return {
    trouble: () => (inVain >= troubledAfter ? { attempts: inVain, message: lastFailure } : undefined),
    async deliver(records, readMs) {
      const parts = [records];
      for (let part = parts.shift(); part && !signal.aborted; part = parts.shift()) {
        if (part.length > 0) parts.unshift(...(await deliverPart(part, readMs)));
        inVain = 0;
      }
    },
  };
}
