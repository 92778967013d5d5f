import type { IntakeDeps } from '../../deps.ts';

/** Whether a party has an unrepaired record: then its word alone is not taken (告知承诺, 容缺). */
export async function isBarred(
  partyId: string,
  { parties, commitments }: Pick<IntakeDeps, 'parties' | 'commitments'>,
): Promise<boolean> {
  return (await commitments()).isBarred(await parties.group(partyId));
}
