import type { Language } from '#shared/problem';
import type { Refusal } from '#shared/route';
import type { LicenceFault } from '../../domain/case/licence.ts';
import type { SituationFault } from '../../domain/case/renewal.ts';

/** Why one cannot apply in a situation; undefined where nothing is wrong with it. The words are loaded where they are needed. */
export async function situationRefusal(
  code: SituationFault | LicenceFault | undefined,
  language: Language,
): Promise<Refusal | undefined> {
  return code && (await import('./situation-words.ts')).saidRefusal(code, language);
}
