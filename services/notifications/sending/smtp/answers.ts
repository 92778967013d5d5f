import * as z from 'zod';
import { once } from '#shared/once';
import type { Said } from '../provider.ts';

const failure = once(() =>
  z.object({
    responseCode: z.int().optional().catch(undefined),
    response: z.string().catch(''),
    command: z.string().catch(''),
  }),
);

/** Before the message is begun: whatever it is, nothing was sent. */
export function saidBefore(error: unknown): Said {
  const { responseCode } = failure().parse(error);
  return { is: 'away', code: responseCode ? `smtp-${responseCode}` : 'not-reached' };
}

/**
 * Once it is begun. By 4xx the server says "later" (RFC 5321, 4.2.1; so does one that greylists): tried again by our own back-off. By 5xx,
 * never: that nobody is there (RFC 3463, x.1 and x.2, or no class where it refuses whom it is for) is of the person, all else is of ours.
 */
export function saidOf(error: unknown): Said {
  const { responseCode, response, command } = failure().parse(error);
  if (!responseCode) return { is: 'silent', code: 'no-answer' };
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const code = `smtp-${responseCode}${status ? ` ${status}` : ''}`;
  if (responseCode < 500) return { is: 'away', code };
  const isNobody = status ? /^5\.[12]\./.test(status) : command === 'RCPT TO';
  return { is: 'failed', code, lasting: isNobody ? 'permanent' : 'technical' };
}
