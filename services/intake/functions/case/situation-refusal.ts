import { problems, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { SituationFault } from '../../domain/case/renewal.ts';
import { situationFaults } from '../../problems/situation.ts';

/** A situation in which one cannot apply, by its field; undefined where nothing is wrong with it. */
export function situationRefusal(code: SituationFault | undefined, language: Language): Refusal | undefined {
  if (!code) return undefined;
  const { pointer, message } = situationFaults[code];
  return refuse(problems.invalidInput, [{ pointer, code, message: message[language] }]);
}
