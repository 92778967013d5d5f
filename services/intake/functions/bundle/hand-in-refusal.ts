import type { Saying } from '#shared/locale';
import { faultsOf, problems, type Fault, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { answerFaults, partsFor } from '../../domain/bundle/choice.ts';
import type { BundlePart } from '../../domain/bundle/definition.ts';
import { filled, placeInOneForm } from '../../domain/bundle/fill.ts';
import { bundleFields } from '../../domain/bundle/one-form.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { itemWithdrawn } from '../../problems/catalogue.ts';
import { stagePlannedAnew } from '../../problems/stage.ts';
import type { FilledBundle } from '../../stores/bundles.ts';
import { barredRefusal } from '../case/barred-again.ts';
import { checkedForm } from '../case/checked-form.ts';
import { lapsedIn } from '../case/filled-by-licences.ts';
import { isBarred } from '../commitment/barred.ts';
import { partsChosen } from './bundle-reply.ts';
import { channelRefusal } from './channel-refusal.ts';
import { partyRefusal } from './party-refusal.ts';
import { itemsOf } from './items-of.ts';
import { versionOf } from './make-case.ts';
import { documentsRefusal } from './named-documents.ts';

const withdrawn: Saying = {
  zh: '该事项已取消，请转入接替的事项继续办理，没有接替的请重新选择一件事。',
  en: 'This item is offered no more: move the bundle to what took its place, or begin anew where nothing did.',
};
const unanswered: Saying = { zh: '请按所列问题和选项作答。', en: 'Answer every question by one of its options.' };

interface Checking {
  at: Date;
  language: Language;
  deps: IntakeDeps;
}

/** Why a bundle cannot be handed in as it stands; undefined where it can. */
export async function handInRefusal(
  found: FilledBundle,
  { language, at, deps }: Checking,
): Promise<Refusal | undefined> {
  const { bundle, form } = found;
  const stale = bundle.joint && (await import('./stage-successor.ts').then((one) => one.plannedAnew(bundle, deps)));
  if (stale) return refuse(stagePlannedAnew);
  const open = answerFaults(bundle.definition, form.answers);
  if (open.length > 0) return refuse(problems.invalidInput, open.map(toAnswer(language)));
  const parts = partsFor(bundle.definition, form.answers);
  const ended = await endedItems(parts, deps);
  if (ended.length > 0) return refuse(itemWithdrawn, ended.map(toEnd(language)));
  const { channel, partyId } = bundle;
  const items = await itemsOf(bundle, deps);
  const elsewhere = channelRefusal(parts, { channel, items, language });
  if (elsewhere) return elsewhere;
  const notForParty = await partyRefusal(bundle.definition, bundle, { answers: form.answers, items, language });
  if (notForParty) return notForParty;
  const again = await barredAgain(parts, { bundle, items }, { at, language, deps });
  if (again) return again;
  const committed = parts.some(({ item }) => form.commitments.includes(item));
  if (committed && (await isBarred(partyId, deps))) return refuse(caseProblems['record-unrepaired']);
  const notNamed = documentsRefusal(form.materials, { parts: partsChosen(bundle, form), items, language });
  if (notNamed) return notNamed;
  const faults = await formFaults(found, parts, { language, at, deps });
  if (faults.length > 0) return refuse(caseProblems['form-invalid'], faults);
  return lapsedIn(form.prefilled, { at, language }, deps);
}

const toAnswer =
  (language: Language) =>
  (question: string): Fault => ({
    pointer: `/answers/${question}`,
    code: 'invalid_value',
    message: unanswered[language],
  });

/** Items that are offered no more: a draft that waited too long cannot be handed in; what was handed in goes its way. */
async function endedItems(parts: readonly BundlePart[], { catalogue }: IntakeDeps): Promise<string[]> {
  const ends = await Promise.all(parts.map(async ({ item }) => ((await catalogue.endOf(item)) ? [item] : [])));
  return ends.flat();
}

const toEnd =
  (language: Language) =>
  (item: string): Fault => ({ pointer: `/parts/${item}`, code: 'withdrawn', message: withdrawn[language] });

/** Of whom an earlier part creates nobody knows anything yet. */
function barredAgain(
  parts: readonly BundlePart[],
  { bundle, items }: Pick<FilledBundle, 'bundle'> & { items: Awaited<ReturnType<typeof itemsOf>> },
  checking: Checking,
): Promise<Refusal | undefined> {
  const his = parts.filter(({ party }) => !party).flatMap(({ item }) => items.get(item) ?? []);
  const wanted = his.map((item) => ({ pointer: `/parts/${item.key}`, item }));
  return barredRefusal(wanted, bundle, checking);
}

/** What the items' own rules find wrong, each where it stands in the one form, and once. */
async function formFaults(
  { bundle, form: { form } }: FilledBundle,
  parts: readonly BundlePart[],
  { language, at, deps }: Checking,
): Promise<Fault[]> {
  const fields = bundleFields(parts, await itemsOf(bundle, deps));
  const found = parts.map(async ({ item }) => {
    const values = filled(item, { form, fields, results: new Map() });
    const whose = { ...bundle, itemKey: item, ...versionOf(bundle, item) };
    const { issues } = await checkedForm({ whose, form: values }, { at, language }, deps);
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
