import type { Saying } from '#shared/locale';
import type { Fault, Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { noCommitment } from '../../problems/commitment.ts';
import { isBarred } from '../commitment/barred.ts';
import { itemsOf } from './items-of.ts';

type Items = ReadonlyMap<string, Pick<PublishedItem, 'commitment'>>;

interface Promising {
  partyId: string;
  items: Items;
  language: Language;
}

/** What was committed to and cannot be, in a draft; nothing is looked up where nothing was. */
export async function unpromised(
  commitments: readonly string[],
  bundle: Bundle,
  deps: Pick<IntakeDeps, 'catalogue'>,
): Promise<number[]> {
  return commitments.length === 0 ? [] : notPromised(commitments, await itemsOf(bundle, deps));
}

/** Items that take no commitment, or are none of the bundle's, by their place in what was said. */
const notPromised = (commitments: readonly string[], items: Items): number[] =>
  commitments.flatMap((item, n) => (items.get(item)?.commitment ? [] : [n]));

const notTaken: Saying = {
  zh: '该事项不实行告知承诺，请改为提交证明材料。',
  en: 'This item takes no commitment: hand its proofs in.',
};
export const toPromise =
  (language: Language) =>
  (n: number): Fault => ({ pointer: `/commitments/${n}`, code: 'invalid_value', message: notTaken[language] });

/** Why commitments cannot be made (告知承诺), as for a single case; undefined where they can. */
export async function commitmentRefusal(
  commitments: readonly string[],
  { partyId, items, language }: Promising,
  deps: Pick<IntakeDeps, 'parties' | 'commitments'>,
): Promise<Refusal | undefined> {
  const strange = notPromised(commitments, items);
  if (strange.length > 0) return refuse(noCommitment, strange.map(toPromise(language)));
  const barred = commitments.length > 0 && (await isBarred(partyId, deps));
  return barred ? refuse(caseProblems['record-unrepaired']) : undefined;
}
