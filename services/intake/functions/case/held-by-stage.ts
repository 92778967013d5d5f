import type { Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';

/** A case of a stage stands still until that is accepted: which department leads it. */
export async function heldRefusal(
  { joint }: Pick<Application, 'joint'>,
  language: Language,
  { catalogue }: Pick<IntakeDeps, 'catalogue'>,
): Promise<Refusal> {
  const lead = joint?.lead ?? '';
  const known = (await catalogue.departments()).find(({ key }) => key === lead);
  const named = { zh: known?.name ?? lead, en: known?.nameEn ?? lead };
  const message = { zh: `牵头部门：${named.zh}（${lead}）。`, en: `It is led by ${named.en} (${lead}).` };
  const problem = caseProblems['stage-not-accepted'];
  return refuse(problem, [{ pointer: '/joint/lead', code: problem.code, message: message[language] }]);
}
