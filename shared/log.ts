import { Logger } from '@aws-lambda-powertools/logger';
import type { Usage } from '#shared/meter';

/**
 * All that a line may say. A field that is not here cannot be logged, so nothing personal can be:
 * no body, no query, no header, no name, no message of an error.
 */
export interface LogFields extends Partial<Usage> {
  correlationId?: string;
  /** Route (`POST /intake/applications/{id}/submit`), handler or act: never a real path. */
  route: string;
  status?: number;
  code?: string;
  /** Whole milliseconds, from the arrival to the reply. */
  ms?: number;
  eventId?: string;
  eventType?: string;
  count?: number;
  /** Kind of an unexpected error and where it was thrown. */
  error?: string;
  at?: string;
}

export type Log = ReturnType<typeof createLog>;

/** One JSON line per request, message or tick, with its CloudWatch metrics (EMF) in the same line. */
export function createLog(service: string, set: string, now: () => Date) {
  const logger = new Logger({ serviceName: service });
  logger.appendKeys({ set });
  return {
    write(level: 'info' | 'warn' | 'error', fields: LogFields, measures: Record<string, number> = {}): void {
      logger[level](level === 'info' ? 'done' : 'refused or failed', { ...fields, ...emf(measures, now) });
    },
  };
}

/** CloudWatch's embedded metric format: counts of this line, by service and set. */
function emf(measures: Record<string, number>, now: () => Date): object {
  const Metrics = Object.keys(measures).map((Name) => ({ Name, Unit: 'Count' }));
  if (Metrics.length === 0) return {};
  const directive = { Namespace: 'Banshi', Dimensions: [['service', 'set']], Metrics };
  return { ...measures, _aws: { Timestamp: now().getTime(), CloudWatchMetrics: [directive] } };
}

/** Name of an error and the first place of ours in its stack; never its message, which may quote input. */
export function errorFields(error: unknown): Pick<LogFields, 'error' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = /\n\s+at ([^\n]{1,160})/.exec(error.stack ?? '')?.[1];
  return { error: error.name, ...(at && { at }) };
}
