import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { withdraw } from '../../domain/case/act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { saveOrRefuse } from '../../reply.ts';
import type { withdrawBody } from '../../schemas/case.ts';

export const withdrawApplication =
  ({ applications }: IntakeDeps) =>
  async ({
    params: { id = '' },
    body,
    scope,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof withdrawBody>>>): Promise<HttpResponse> => {
    const found = await applications.getWithForm(scope, id);
    if (!found) return refuse(problems.notFound);
    return saveOrRefuse(withdraw(found.application, cause.at, body.reason), { applications, scope, cause });
  };
