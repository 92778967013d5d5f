import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { refusalOf } from '../../domain/case/graph.ts';
import { stillPrefilled } from '../../domain/form/prefilled.ts';
import { unseenKept } from '../../domain/form/unfilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { acted } from '../../reply.ts';
import { namedRefusal } from './named-refusal.ts';
import { lookedAt } from './looked-at.ts';
import { maskLeft, meant } from './masked-draft.ts';
import type { draftBody } from '../../schemas/case.ts';

export const saveDraft =
  ({ applications, catalogue, persons }: IntakeDeps) =>
  async ({
    params: { id = '' },
    body,
    ifMatch,
    scope: asked,
    language,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof draftBody>>>): Promise<HttpResponse> => {
    // What is offered is looked up at the same time, where it is not in memory.
    const [found, scope] = await Promise.all([
      applications.getWithForm(asked, id),
      persons.know(asked, cause.at),
      catalogue.ready(),
    ]);
    if (!found) return refuse(problems.notFound);
    const { form } = found;
    const application = await lookedAt(found.application, { catalogue });
    const refused = refusalOf(application, 'edit', scope);
    if (refused) return refuse(caseProblems[refused]);

    const sent = await meant(body.form, form, scope);
    if (sent.unknown.length > 0) return refuse(problems.invalidInput, sent.unknown.map(maskLeft(language)));

    // The library's answer came meanwhile: whoever types has not seen it, and is not sent back for that.
    const isUnseen = ifMatch === form.version - 1 && form.filling?.came?.version === form.version;
    const is = isUnseen ? unseenKept(sent.form, form) : sent.form;
    // One behind with the same content: the reply to the first try was lost.
    const { materials = form.materials } = body;
    const isSame = JSON.stringify([sent.form, materials]) === JSON.stringify([form.form, form.materials]);
    if (ifMatch === form.version - 1 && isSame) return acted(application, scope);
    if (ifMatch !== form.version && !isUnseen) return refuse(problems.versionStale);

    const wrong = await namedRefusal(body.materials, { application, language }, { catalogue });
    if (wrong) return wrong;
    const version = form.version + 1;
    const { confirmed } = body;
    const prefilled = stillPrefilled(form.prefilled ?? [], { was: form.form, is, confirmed });
    await applications.saveDraft(id, { ...form, form: is, version, prefilled, materials });
    return acted({ ...application, version }, scope);
  };
