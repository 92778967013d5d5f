import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';

const words = { zh: '请填写部门。', en: 'Name one of your departments.' };

/** A supervisor asks about all; a head names one of his departments. */
export function notTheirs(
  { scope: { departments }, language }: Pick<Call, 'scope' | 'language'>,
  department: string | undefined,
): Refusal | undefined {
  if (departments === 'any') return undefined;
  if (department === undefined) {
    return refuse(problems.invalidInput, [{ pointer: '?department', code: 'required', message: words[language] }]);
  }
  return departments.includes(department) ? undefined : refuse(problems.notFound);
}
