import type * as z from 'zod';
import { problems, type Language } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { bundleActions } from '../../domain/bundle/graph.ts';
import { bundleForm, type BundleForm } from '../../domain/bundle/form.ts';
import { unseenKept } from '../../domain/form/unfilled.ts';
import type { Form } from '../../domain/form/form.ts';
import { assign, valueAt } from '../../domain/form/pointer.ts';
import { stillPrefilled } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { noCommitment } from '../../problems/commitment.ts';
import type { StoredBundleForm } from '../../stores/bundle-forms.ts';
import type { FilledBundle } from '../../stores/bundles.ts';
import type { bundleDraftBody } from '../../schemas/bundle.ts';
import { maskLeft, meant } from '../case/masked-draft.ts';
import { bundleActed, partsChosen } from './bundle-reply.ts';
import { filledBundle } from './fill-bundle.ts';
import { itemsOf } from './items-of.ts';
import { lookedAt } from './looked-at.ts';
import { documentsRefusal } from './named-documents.ts';
import { toPromise, unpromised } from './commitment-refusal.ts';

type Saving = Call<unknown, z.infer<ReturnType<typeof bundleDraftBody>>>;
/** What a save sends. */
type Sent = Pick<StoredBundleForm, 'answers' | 'commitments' | 'form' | 'materials'>;

/** Saves answers and form of a draft: one conditional put, checked by nothing but its shape and whether a word is taken at all. */
export const saveBundle =
  (deps: IntakeDeps) =>
  async (call: Saving): Promise<HttpResponse> => {
    const { params, body, ifMatch, scope, language } = call;
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const { bundle, form: kept } = found;
    if (!bundleActions(bundle, scope).includes('edit')) return refuse(wrongState);

    const isUnseen = ifMatch === kept.version - 1 && kept.filling?.came?.version === kept.version;
    const sent = await meant(body.form, { form: kept.form, masks: () => kept.masks }, scope);
    if (sent.unknown.length > 0) return refuse(problems.invalidInput, sent.unknown.map(maskLeft(language)));
    const { answers, commitments, materials = kept.materials } = body;
    const strange = await unpromised(commitments, bundle, deps);
    if (strange.length > 0) return refuse(noCommitment, strange.map(toPromise(language)));
    const next = { answers, commitments, form: formSent(sent.form, isUnseen ? kept : undefined), materials };

    const seen = await lookedAt(bundle, deps);
    // One behind with the same content: the reply to the first try was lost.
    if (ifMatch === kept.version - 1 && isSame(next, kept)) return bundleActed(seen, scope);
    if (ifMatch !== kept.version && !isUnseen) return refuse(problems.versionStale);

    const notNamed = body.materials && (await namedRefusal({ bundle, form: { ...kept, ...next } }, language, deps));
    if (notNamed) return notNamed;
    const version = kept.version + 1;
    const { known, facts } = await withKnown({ found, next }, call, deps);
    await bundles.saveDraft(bundle.id, { ...kept, ...next, ...known, version }, { facts, cause: call.cause });
    return bundleActed({ ...seen, version }, scope);
  };

/** What other answers ask for is filled in as far as it is known; what was changed or confirmed is the applicant's own. */
async function withKnown(
  { found: { bundle, form: kept }, next }: { found: FilledBundle; next: Sent },
  call: Saving,
  deps: IntakeDeps,
): ReturnType<typeof filledBundle> {
  const { confirmed } = call.body;
  const prefilled = stillPrefilled(kept.prefilled, { was: { ...kept.form }, is: { ...next.form }, confirmed });
  const said = { ...next, prefilled, offered: kept.offered, filling: kept.filling };
  if (JSON.stringify(next.answers) === JSON.stringify(kept.answers)) return { known: said, facts: [] };
  return filledBundle({ bundle, items: await itemsOf(bundle, deps), said }, call, deps);
}

/** The form as it is sent; with what an answer of the library filled in meanwhile, where that was not seen. */
const formSent = (form: Form, unseenIn: StoredBundleForm | undefined): BundleForm =>
  bundleForm().parse(unseenIn ? unseenKept(form, { form: { ...unseenIn.form }, filling: unseenIn.filling }) : form);

/** Whether this was saved already, with what was filled in then. */
function isSame(next: Sent, kept: StoredBundleForm): boolean {
  const { answers, commitments, form, materials } = kept;
  const known = JSON.stringify({ answers, commitments, form, materials });
  return [next, { ...next, form: filledAsThen(next.form, kept) }].some((one) => JSON.stringify(one) === known);
}

function filledAsThen(sent: BundleForm, { form, prefilled }: StoredBundleForm) {
  return prefilled.reduce<Record<string, unknown>>(
    (filled, { pointer }) => {
      const value = valueAt({ ...form }, pointer);
      return valueAt(filled, pointer) === undefined ? assign(filled, { pointer, value }) : filled;
    },
    { ...sent },
  );
}

/** Documents that a draft names, by the answers with which it is saved. */
async function namedRefusal(
  { bundle, form }: FilledBundle,
  language: Language,
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const items = await itemsOf(bundle, deps);
  return documentsRefusal(form.materials, { parts: partsChosen(bundle, form), items, language });
}
