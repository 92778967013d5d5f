import type { Cause } from '#shared/cause';

/**
 * The cause of one of several acts of a message: each has a mark of its own, so that a message that is killed halfway goes on where it
 * was. Without a mark a race that an act has lost could be taken for a message that was handled before.
 */
export function partOf(cause: Cause, part: string): Cause {
  const { mark } = cause;
  return mark?.kind === 'message' ? { ...cause, mark: { ...mark, key: `${mark.key}#${part}` } } : cause;
}
