import { problems, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { LicenceFault } from '../../domain/case/licence.ts';
import type { SituationFault } from '../../domain/case/renewal.ts';
import { situationFaults } from '../../problems/situation.ts';

/** A situation in which one cannot apply, by its field. */
export function saidRefusal(code: SituationFault | LicenceFault, language: Language): Refusal {
  const { pointer, message } = situationFaults[code];
  return refuse(problems.invalidInput, [{ pointer, code, message: message[language] }]);
}
