import { messageOf } from '../json.ts';
import type { BusEvent } from './bus.ts';

/** Delivers an event, or its dead letter. Rejects only when that fails too. */
export type Target = (event: BusEvent, ruleArn: string) => Promise<void>;

export type Attributes = Record<string, string>;

export interface TargetPlan {
  arn: string;
  /** Constant text instead of the event. */
  input: string | undefined;
  retries: number;
  /** One attempt. Rejects when it fails. */
  attempt: (body: string, event: BusEvent) => void | Promise<void>;
  deadLetter: ((body: string, attributes: Attributes) => void) | undefined;
}

// EventBridge goes on for a day; the local cloud only needs to outlast a fault that a test has asked for.
export const localRetries = 3;

/** Prepares one target of a rule: attempts, then the dead-letter queue with the reason in its attributes. */
export function createTarget({ arn, input, retries, attempt, deadLetter }: TargetPlan): Target {
  return async (event, ruleArn) => {
    const body = input ?? event.json;
    let failure: unknown;
    for (let tried = 0; tried <= Math.min(retries, localRetries); tried += 1) {
      try {
        return await attempt(body, event);
      } catch (error) {
        failure = error;
      }
    }
    if (!deadLetter) throw failure;
    deadLetter(body, {
      RULE_ARN: ruleArn,
      TARGET_ARN: arn,
      ERROR_CODE: 'TARGET_FAILED',
      ERROR_MESSAGE: messageOf(failure),
      RETRY_ATTEMPTS: String(retries),
    });
  };
}
