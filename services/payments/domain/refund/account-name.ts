import * as z from 'zod';

/** 户名核对: whether an account has the payer's name, as far as that is known. */
export const nameCheck = z.enum(['agrees', 'differs', 'unknown']);

/** How a name is written is no other name: full-width or not, with blanks or dots between its parts. */
const plainOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•‧・.]/g, '')
    .toLowerCase();

export function checkName(given: string, known: string | undefined): z.infer<typeof nameCheck> {
  if (known === undefined) return 'unknown';
  return plainOf(given) === plainOf(known) ? 'agrees' : 'differs';
}
