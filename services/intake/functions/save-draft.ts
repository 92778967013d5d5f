import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { actionsFor } from '../domain/application.ts';
import type { IntakeDeps } from '../deps.ts';
import { intakeProblems } from '../problems.ts';
import { acted } from '../reply.ts';
import type { draftBody } from '../schemas.ts';

export const saveDraft =
  ({ applications }: IntakeDeps) =>
  async ({
    params: { id = '' },
    body,
    ifMatch,
    scope,
  }: Call<unknown, z.infer<ReturnType<typeof draftBody>>>): Promise<HttpResponse> => {
    const found = await applications.getWithForm(scope, id);
    if (!found) return refuse(problems.notFound);
    const { application, form } = found;
    if (!actionsFor(application.state, scope.capacities).includes('edit')) return refuse(intakeProblems.wrongState);

    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === form.version - 1 && JSON.stringify(body.form) === JSON.stringify(form.form))
      return acted(application, scope);
    if (ifMatch !== form.version) return refuse(problems.versionStale);

    const version = form.version + 1;
    await applications.saveDraft(id, { ...form, form: body.form, version });
    return acted({ ...application, version }, scope);
  };
