import type * as z from 'zod';
import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { bundleActions } from '../../domain/bundle/graph.ts';
import { bundleForm } from '../../domain/bundle/form.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { noCommitment } from '../../problems/commitment.ts';
import type { FilledBundle } from '../../stores/bundles.ts';
import type { bundleDraftBody } from '../../schemas/bundle.ts';
import { maskLeft, meant } from '../case/masked-draft.ts';
import { bundleActed, partsChosen } from './bundle-reply.ts';
import { itemsOf } from './items-of.ts';
import { lookedAt } from './looked-at.ts';
import { documentsRefusal } from './named-documents.ts';
import { toPromise, unpromised } from './commitment-refusal.ts';

type Saving = Call<unknown, z.infer<ReturnType<typeof bundleDraftBody>>>;

/** Saves answers and form of a draft: one conditional put, checked by nothing but its shape and whether a word is taken at all. */
export const saveBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, body, ifMatch, scope, language }: Saving): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const { bundle, form: kept } = found;
    if (!bundleActions(bundle, scope.capacities).includes('edit')) return refuse(wrongState);

    const sent = await meant(body.form, { form: kept.form, masks: () => kept.masks }, scope);
    if (sent.unknown.length > 0) return refuse(problems.invalidInput, sent.unknown.map(maskLeft(language)));
    const { answers, commitments, materials = kept.materials } = body;
    const strange = await unpromised(commitments, bundle, deps);
    if (strange.length > 0) return refuse(noCommitment, strange.map(toPromise(language)));
    const next = { answers, commitments, form: bundleForm().parse(sent.form), materials };

    const seen = await lookedAt(bundle, deps);
    // One behind with the same content: the reply to the first try was lost.
    const same =
      JSON.stringify(next) ===
      JSON.stringify({
        answers: kept.answers,
        commitments: kept.commitments,
        form: kept.form,
        materials: kept.materials,
      });
    if (ifMatch === kept.version - 1 && same) return bundleActed(seen, scope);
    if (ifMatch !== kept.version) return refuse(problems.versionStale);

    const notNamed = body.materials && (await namedRefusal({ bundle, form: { ...kept, ...next } }, language, deps));
    if (notNamed) return notNamed;
    const version = kept.version + 1;
    await bundles.saveDraft(id, { ...kept, ...next, version });
    return bundleActed({ ...seen, version }, scope);
  };

/** Documents that a draft names, by the answers with which it is saved. */
async function namedRefusal(
  { bundle, form }: FilledBundle,
  language: Language,
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const items = await itemsOf(bundle, deps);
  return documentsRefusal(form.materials, { parts: partsChosen(bundle, form), items, language });
}
