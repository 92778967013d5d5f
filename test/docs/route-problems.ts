import { problems, type Problem } from '#shared/problem';
import { problemsOfEveryPath } from './gateway-problems.ts';
import type { DocumentedRoute } from './services.ts';

/** Every refusal that a caller of a route may meet: its own, the wrapper's where they apply, and the gateway's. */
export function problemsOf(route: DocumentedRoute): Problem[] {
  const all = [
    ...(route.refusals ?? []),
    ...inputProblems(route),
    ...accessProblems(route),
    ...writeProblems(route),
    problems.unexpected,
    ...problemsOfEveryPath,
  ];
  return [...new Set(all)].toSorted((a, b) => a.status - b.status);
}

function inputProblems({ method, body, query, needsVersion, foreign }: DocumentedRoute): Problem[] {
  return [
    ...(body || query ? [problems.invalidInput] : []),
    ...(body ? [problems.brokenJson, problems.tooLarge, problems.notJson] : []),
    ...(foreign ? [problems.tooLarge] : []),
    ...(method === 'POST' && !foreign ? [problems.idempotencyKeyMissing, problems.keyReused] : []),
    ...(needsVersion ? [problems.ifMatchMissing, problems.invalidIfMatch, problems.versionStale] : []),
  ];
}

function accessProblems({ may, path }: DocumentedRoute): Problem[] {
  const named = path.includes('{') ? [problems.notFound] : [];
  if (may.some(({ who }) => who === 'anyone')) return named;
  const byDistrict = may.some((way) => way.who === 'staff' && way.reach !== 'any-district');
  // A department's list is, like a record, not there for those outside it.
  const byDepartment = may.some((way) => way.who === 'staff' && way.reach === 'department');
  return [
    problems.unauthorized,
    problems.tokenExpired,
    problems.wrongRole,
    ...(byDistrict ? [problems.wrongDistrict] : []),
    ...(may.some((way) => way.who === 'applicant' && way.assurance > 1) ? [problems.assuranceTooLow] : []),
    ...(byDepartment ? [problems.notFound] : named),
  ];
}

function writeProblems({ method }: DocumentedRoute): Problem[] {
  return method === 'GET' ? [] : [problems.conflict];
}
