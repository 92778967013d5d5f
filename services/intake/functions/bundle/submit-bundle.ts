import { faultsOf, problems, type Fault, type Language } from '#shared/problem';
import type { Saying } from '#shared/locale';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { answerFaults, partsFor } from '../../domain/bundle/choice.ts';
import type { BundlePart } from '../../domain/bundle/definition.ts';
import { filled, placeInOneForm } from '../../domain/bundle/fill.ts';
import { bundleActions } from '../../domain/bundle/graph.ts';
import { submitBundle as submit, withdrawBundle as withdraw } from '../../domain/bundle/life.ts';
import { bundleFields } from '../../domain/bundle/one-form.ts';
import { endOfItem } from '../../domain/catalogue/item-end.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { caseProblems } from '../../problems/case.ts';
import { itemWithdrawn } from '../../problems/catalogue.ts';
import type { FilledBundle } from '../../stores/bundles.ts';
import { bundleActed } from './bundle-reply.ts';
import { channelRefusal } from './channel-refusal.ts';
import { itemsOf } from './items-of.ts';
import { versionOf } from './make-case.ts';

const withdrawn: Saying = {
  zh: '该事项已取消，请重新选择一件事。',
  en: 'This item is offered no more: begin the bundle anew.',
};
const unanswered: Saying = { zh: '请按所列问题和选项作答。', en: 'Answer every question by one of its options.' };

/** Hands a bundle in where every form that its cases will have is complete, but for what results are to bring. */
export const submitBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause, language }: Call): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const { bundle, form } = found;
    if (!bundleActions(bundle, scope.capacities).includes('submit')) return refuse(wrongState);

    const open = answerFaults(bundle.definition, form.answers);
    if (open.length > 0) return refuse(problems.invalidInput, open.map(toAnswer(language)));
    const parts = partsFor(bundle.definition, form.answers);
    const ended = await endedItems(parts, deps);
    if (ended.length > 0) return refuse(itemWithdrawn, ended.map(toEnd(language)));
    const { channel } = bundle;
    const elsewhere = channelRefusal(parts, { channel, items: await itemsOf(bundle, deps), language });
    if (elsewhere) return elsewhere;
    const faults = await formFaults(found, parts, { language, deps });
    if (faults.length > 0) return refuse(caseProblems['form-invalid'], faults);

    const { sub, partyId } = scope.actor;
    const by = { sub, partyId, office: cause.office };
    const change = submit(bundle, { at: cause.at, by, answers: form.answers, newCaseId: deps.newId });
    const reply = bundleActed(change.bundle, scope);
    await bundles.save(change, { ...cause, reply });
    return reply;
  };

const toAnswer =
  (language: Language) =>
  (question: string): Fault => ({
    pointer: `/answers/${question}`,
    code: 'invalid_value',
    message: unanswered[language],
  });

/** Items that are offered no more: a draft that waited too long cannot be handed in; what was handed in goes its way. */
async function endedItems(parts: readonly BundlePart[], { catalogue }: IntakeDeps): Promise<string[]> {
  const offered = await catalogue.current();
  return parts.map(({ item }) => item).filter((item) => offered && endOfItem(offered, item) !== undefined);
}

const toEnd =
  (language: Language) =>
  (item: string): Fault => ({ pointer: `/parts/${item}`, code: 'withdrawn', message: withdrawn[language] });

interface Checking {
  language: Language;
  deps: IntakeDeps;
}

/** What the items' own rules find wrong, each where it stands in the one form, and once. */
async function formFaults(
  { bundle, form: { form } }: FilledBundle,
  parts: readonly BundlePart[],
  { language, deps }: Checking,
): Promise<Fault[]> {
  const fields = bundleFields(parts, await itemsOf(bundle, deps));
  const found = parts.map(async ({ item }) => {
    const values = filled(item, { form, fields, results: new Map() });
    const version = { itemKey: item, ...versionOf(bundle, item) };
    const issues = await deps.forms.issuesIn(version, values, language);
    return faultsOf(
      issues.flatMap((issue) => {
        const path = placeInOneForm(issue.path, item, { fields, form });
        return path ? [{ ...issue, path: ['form', ...path] }] : [];
      }),
    );
  });
  const faults = (await Promise.all(found)).flat();
  return faults.filter(
    (one, n) => faults.findIndex(({ pointer, code }) => pointer === one.pointer && code === one.code) === n,
  );
}

/** Withdraws a draft; what was handed in is withdrawn case by case. */
export const withdrawBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, body, scope, cause }: Call<unknown, { reason: string }>): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    if (!bundleActions(found.bundle, scope.capacities).includes('withdraw')) return refuse(wrongState);
    const change = withdraw(found.bundle, { at: cause.at, reason: body.reason });
    const reply = bundleActed(change.bundle, scope);
    await bundles.save(change, { ...cause, reply });
    return reply;
  };
