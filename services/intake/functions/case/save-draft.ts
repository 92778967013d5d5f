import type * as z from 'zod';
import type { Scope } from '#shared/access';
import type { Saying } from '#shared/locale';
import { pointerOf, problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { refusalOf } from '../../domain/case/graph.ts';
import type { Form } from '../../domain/form/form.ts';
import { unmasked, type SentBack } from '../../domain/form/unmasking.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { acted } from '../../reply.ts';
import type { StoredForm } from '../../stores/rows.ts';
import type { draftBody } from '../../schemas/case.ts';

const masked: Saying = {
  zh: '此处是掩码，请重新填写完整内容。',
  en: 'This is a mask: enter the whole value anew.',
};
const maskLeft = (language: Language) => (path: (string | number)[]) => ({
  pointer: pointerOf(['form', ...path]),
  code: 'masked',
  message: masked[language],
});

export const saveDraft =
  ({ applications }: IntakeDeps) =>
  async ({
    params: { id = '' },
    body,
    ifMatch,
    scope,
    language,
  }: Call<unknown, z.infer<ReturnType<typeof draftBody>>>): Promise<HttpResponse> => {
    const found = await applications.getWithForm(scope, id);
    if (!found) return refuse(problems.notFound);
    const { application, form } = found;
    const refused = refusalOf(application, 'edit', scope);
    if (refused) return refuse(caseProblems[refused]);

    const sent = meant(body.form, form, scope);
    if (sent.unknown.length > 0) return refuse(problems.invalidInput, sent.unknown.map(maskLeft(language)));

    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === form.version - 1 && JSON.stringify(sent.form) === JSON.stringify(form.form))
      return acted(application, scope);
    if (ifMatch !== form.version) return refuse(problems.versionStale);

    const version = form.version + 1;
    await applications.saveDraft(id, { ...form, form: sent.form, version });
    return acted({ ...application, version }, scope);
  };

/** What a form says: the applicant's as it stands, that of staff with what its masks stand for. */
function meant(sent: Form, kept: StoredForm, { capacities }: Scope): SentBack {
  return capacities.includes('applicant') ? { form: sent, unknown: [] } : unmasked(sent, kept.form, kept.masks());
}
