import { dayOf } from '#shared/calendar';
import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import { checkCode, type CodeWarning } from '../../domain/project/code.ts';
import { codeFaults } from '../../problems/project.ts';

/** What is wrong with a code that stands there; none where it can be one. */
export function codeFault(
  code: string,
  pointer: string,
  { cause, language }: Pick<Call, 'cause' | 'language'>,
): Fault[] {
  const check = checkCode(code, dayOf(cause.at));
  if (check.ok) return [];
  return [{ pointer, code: `code-${check.fault}`, message: codeFaults[check.fault][language] }];
}

/** What a person should confirm of a code. */
export function codeWarnings(code: string | undefined, at: Date): CodeWarning[] {
  const check = code === undefined ? undefined : checkCode(code, dayOf(at));
  return check?.ok ? check.warnings : [];
}
