import type { FunctionPool } from './pool.ts';

const attempts = 3;

/**
 * Invokes as an event source does that does not wait: three attempts in all, here without Lambda's minutes between
 * them, then the function's dead-letter queue if it has one.
 */
export async function invokeAsynchronously(pool: FunctionPool, event: string): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const outcome = await pool.invoke(event);
    if (outcome.ok) return;
    if (attempt === attempts) {
      pool.spec.deadLetter?.(event, { ERROR_CODE: '200', ERROR_MESSAGE: outcome.message.slice(0, 1024) });
    }
  }
}
