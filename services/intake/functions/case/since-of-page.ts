import type { Language } from '#shared/problem';
import { sinceSaid, type Since } from '../../domain/case/since.ts';
import type { IntakeDeps } from '../../deps.ts';
import { sinceOfAll } from './since.ts';

/** What became of a decision, in words. */
export const sinceTold =
  (language: Language) =>
  (one: Since): Told => ({ became: one.became, at: one.at.toISOString(), text: sinceSaid(one)[language] });

interface Told {
  became: Since['became'];
  at: string;
  text: string;
}
export type SinceTold = ReadonlyMap<string, readonly Told[]>;

interface Decided {
  /** Cases of this set that were decided. */
  own: readonly string[];
  /** Those of others, of which this set keeps copies. */
  others: readonly string[];
  language: Language;
}

/** Of at most 100 decided cases, by case: one read for those of this set and one for copies of others, where there are any. */
export async function sinceOfPage(
  { own, others, language }: Decided,
  { links, copies }: Pick<IntakeDeps, 'links' | 'copies'>,
): Promise<SinceTold> {
  const found = await Promise.all([sinceOfAll(own, links), sinceOfAll(others, copies)]);
  return new Map(found.flatMap((one) => [...one]).map(([id, since]) => [id, since.map(sinceTold(language))]));
}
