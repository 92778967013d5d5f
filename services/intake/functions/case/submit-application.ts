import { faultsOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { submit } from '../../domain/case/act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { intakeProblems } from '../../problems.ts';
import { saveOrRefuse } from '../../reply.ts';

export const submitApplication =
  ({ applications, forms, set }: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause, language }: Call): Promise<HttpResponse> => {
    const found = await applications.getWithForm(scope, id);
    if (!found) return refuse(problems.notFound);
    const { application, form } = found;

    const decided = submit(application, cause.at, set);
    // The form of a case that was handed in was checked then.
    const issues = 'refused' in decided ? [] : await forms.issuesIn(application, form.form, language);
    if (issues.length > 0)
      return refuse(
        intakeProblems.formInvalid,
        faultsOf(issues.map((issue) => ({ ...issue, path: ['form', ...issue.path] }))),
      );
    return saveOrRefuse(decided, { applications, scope, cause });
  };
