import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { accept } from '../../domain/case/act.ts';
import { isOwn } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import { intakeProblems } from '../../problems.ts';
import { saveOrRefuse } from '../../reply.ts';

export const acceptApplication =
  ({ applications, calendar }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await applications.get(scope, id);
    if (!found) return refuse(problems.notFound);
    if (isOwn(found, scope.actor)) return refuse(intakeProblems.ownCase);
    return saveOrRefuse(accept(found, cause.at, calendar), { applications, scope, cause });
  };
