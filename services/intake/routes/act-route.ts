import type * as z from 'zod';
import type { Who } from '#shared/access';
import type { Problem } from '#shared/problem';
import { route, type Call, type HttpResponse, type Route } from '#shared/route';
import type { IntakeDeps } from '../deps.ts';
import { caseProblems } from '../problems/case.ts';
import { actReply } from '../schemas/case.ts';

/** Why an office's act may be refused, whichever it is. */
export const officeRefusals: readonly Problem[] = [
  caseProblems['wrong-state'],
  caseProblems['own-case'],
  caseProblems.recused,
  caseProblems['not-your-department'],
  caseProblems['stage-not-accepted'],
  // Time has brought the case elsewhere, though nobody had written it down yet.
  caseProblems['deadline-passed'],
  caseProblems['record-full'],
];

interface ActSpec<Body extends z.ZodType> {
  /** The last part of the path: `accept`, `tasks/{n}/claim`. */
  act: string;
  summary: string;
  may: readonly Who[];
  body: () => Body;
  needsVersion?: boolean;
  params?: Record<string, RegExp>;
  refusals: readonly Problem[];
  run: (deps: IntakeDeps) => (call: Call<unknown, z.infer<Body>>) => Promise<HttpResponse>;
}

/** An act on a case: a POST below the case that answers where it stands then. */
export function actRoute<Body extends z.ZodType>({ act, ...spec }: ActSpec<Body>): Route<IntakeDeps> {
  const path = `/intake/applications/{id}/${act}`;
  return route({ ...spec, method: 'POST', path, reply: { status: 200, schema: actReply } });
}
