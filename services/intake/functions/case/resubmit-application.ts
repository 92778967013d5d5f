import type * as z from 'zod';
import { faultsOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { refusalOf } from '../../domain/case/graph.ts';
import { resubmit } from '../../domain/case/answering.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import type { resubmitBody } from '../../schemas/act.ts';
import { answeredWith } from '../material/answered-with.ts';
import { deskEntry } from '../party/at-desk.ts';
import { settle } from './carry-out.ts';
import { checkedForm } from './checked-form.ts';
import { timeFirst } from './time-first.ts';

type Corrected = z.infer<ReturnType<typeof resubmitBody>>;

/** The applicant answers a notice; the form as a whole must fit again. */
export const resubmitApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Corrected>): Promise<HttpResponse> => {
    const { params, body, scope, cause, language } = call;
    const [found, by] = await Promise.all([
      deps.applications.getWithForm(scope, params['id'] ?? ''),
      deps.persons.know(scope, cause.at),
    ]);
    if (!found) return refuse(problems.notFound);
    const { form } = found;
    const moved = await timeFirst(found.application, cause.at, deps);
    const application = moved ?? found.application;
    const refused = refusalOf(application, 'resubmit', by);
    if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);

    const kept = await deskEntry(body.entry, { ...call, whose: application }, deps);
    if ('problem' in kept) return kept;

    const changes = body.changes.map(({ pointer, value }) => ({ pointer, value }));
    const calendar = await deps.calendars.current();
    const acting = {
      at: cause.at,
      body: { form: form.form, changes, answers: body.answers, ...kept },
      by,
      calendar,
      task: 0,
    };
    const decided = resubmit(application, acting);
    if ('refused' in decided) return settle(decided, call, deps);
    const reading = { at: cause.at, language, codeSeen: kept.entry?.codeSeen };
    const { form: is, issues } = await checkedForm({ whose: application, form: decided.form?.is ?? {} }, reading, deps);
    if (issues.length > 0) {
      return refuse(
        caseProblems['form-invalid'],
        faultsOf(issues.map((one) => ({ ...one, path: ['form', ...one.path] }))),
      );
    }
    const given = await answeredWith(application, { ...call, answers: body.answers }, deps);
    if ('problem' in given) return given;
    return settle({ ...decided, ...given, form: { was: form.form, is } }, { ...call, scope: by }, deps);
  };
