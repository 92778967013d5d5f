import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { decide } from '../../domain/case/act.ts';
import { isOwn } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import { intakeProblems } from '../../problems.ts';
import { saveOrRefuse } from '../../reply.ts';
import type { decideBody } from '../../schemas/case.ts';

export const decideApplication =
  ({ applications }: IntakeDeps) =>
  async ({
    params: { id = '' },
    body,
    ifMatch,
    scope,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof decideBody>>>): Promise<HttpResponse> => {
    const found = await applications.get(scope, id);
    if (!found) return refuse(problems.notFound);
    if (isOwn(found, scope.actor)) return refuse(intakeProblems.ownCase);
    if (ifMatch !== found.version) return refuse(problems.versionStale);
    return saveOrRefuse(decide(found, cause.at, body), { applications, scope, cause });
  };
