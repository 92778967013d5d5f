import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { errorFields, type Log, type LogFields } from '#shared/log';
import type { Meter } from '#shared/meter';

/** What handling a batch of messages needs, besides what the handler needs. */
export interface BatchDeps {
  now: () => Date;
  log: Log;
  meter: Meter;
}

export type Consume = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** Handles one message; what it learns of it goes into the fields of its log line. */
type Handle = (record: SQSRecord, fields: LogFields) => Promise<void>;

/** Handles each message of a batch by itself: one that fails returns to the queue alone, and the log says why. */
export function batchHandler({ now, log, meter }: BatchDeps, handle: Handle): Consume {
  return async ({ Records }) => {
    const failures = await Promise.all(Records.map((record) => meter.apart(() => receive(record))));
    return {
      batchItemFailures: failures.filter((id) => id !== undefined).map((itemIdentifier) => ({ itemIdentifier })),
    };
  };

  async function receive(record: SQSRecord): Promise<string | undefined> {
    const started = now();
    const fields: LogFields = { route: 'queue' };
    try {
      await handle(record, fields);
      log.write('info', { ...fields, ms: now().getTime() - started.getTime(), ...meter.read() }, { Messages: 1 });
      return undefined;
    } catch (error) {
      // After five receives the queue itself moves it to the DLQ, whose alarm names the runbook.
      log.write('error', { ...fields, ...errorFields(error), ...meter.read() }, { MessageFaults: 1 });
      return record.messageId;
    }
  }
}
