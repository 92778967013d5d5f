import type { Saying } from '#shared/locale';
import type { Fault, Language } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { bundled } from '../../domain/bundle/bundled.ts';
import { bundleFaults, type BundleFault } from '../../domain/bundle/definition-faults.ts';
import type { Joint } from '../../domain/bundle/joint.ts';
import { definitionOf, type StagePlan } from '../../domain/bundle/stage-plan.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { notTheInvestor, stageHasBundle, stageNotOffered, stageNotPlanned } from '../../problems/stage.ts';
import type { OfferedBundle } from '../../stores/catalogue-around.ts';

/** A stage as it can be opened: what is applied for together, and the place that its bundle takes. */
export interface OfferedStage extends Omit<OfferedBundle, 'ended'> {
  plan: StagePlan;
  joint: Joint;
  /** A draft of the round that was given up. */
  instead: string | undefined;
}

interface Wanted {
  projectId: string | undefined;
  stage: number | undefined;
}

/** The stage of a project as agency has planned it last. */
export async function plannedStage(
  { projectId, stage }: Wanted,
  { stagePlans }: Pick<IntakeDeps, 'stagePlans'>,
): Promise<StagePlan | Refusal> {
  const plan = projectId && stage ? await (await stagePlans()).get({ projectId, stage }) : undefined;
  return plan ?? refuse(stageNotPlanned);
}

/** A planned stage on the catalogue of now; what its round has already only who may see that is told. */
export async function stageOffer(
  plan: StagePlan,
  { language, scope }: Pick<Call, 'language' | 'scope'>,
  deps: IntakeDeps,
): Promise<OfferedStage | Refusal> {
  const bundles = await deps.bundles();
  const before = await (await deps.stagePlans()).bundleOf(plan, plan.round);
  const held = before === undefined ? undefined : (await bundles.getForFacts(before))?.bundle;
  if (held && held.state !== 'withdrawn') {
    const seen = await bundles.get(scope, held.id);
    return refuse(stageHasBundle, seen && [toBundle(held.id, language)]);
  }
  const offered = await plannedNow(plan, deps);
  return 'faults' in offered
    ? refuse(stageNotOffered, offered.faults.map(toPart(plan, language)))
    : { ...offered, plan, instead: before };
}

/** What others are told of a stage names all its items, and a fact has 8 KB. */
const mostItems = 50;

/** What was planned, as it can be applied for now; or why those cannot be applied for together. */
export async function plannedNow(
  plan: StagePlan,
  deps: Pick<IntakeDeps, 'catalogue' | 'stageSettings'>,
): Promise<Omit<OfferedStage, 'plan' | 'instead'> | { faults: readonly BundleFault[] }> {
  const definition = definitionOf(plan);
  const keys = new Set(plan.items.map(({ itemKey }) => itemKey));
  const offer = await (await deps.catalogue.around()).items([...keys]);
  const own = offer?.items.filter(({ key }) => keys.has(key)) ?? [];
  const faults = bundleFaults([definition], own.map(bundled));
  if (!offer || faults.length > 0 || plan.items.length > mostItems) return { faults };
  return {
    definition,
    items: new Map(own.map((item) => [item.key, item])),
    catalogueVersion: offer.version,
    joint: jointOf(plan, own, (await (await deps.stageSettings()).get()).answerDays),
  };
}

const jointOf = (
  { round, lead, limit, items: planned }: StagePlan,
  items: readonly PublishedItem[],
  answerDays: number,
): Joint => ({
  round,
  lead,
  limit,
  answerDays,
  items: planned.flatMap(({ itemKey }) => {
    const item = items.find(({ key }) => key === itemKey);
    return item ? [{ itemKey, department: item.department }] : [];
  }),
});

/** A stage is the investor's, whoever applies in his place; a merge may have given him another id. */
export async function investorRefusal(
  { investor }: StagePlan,
  partyId: string,
  { parties }: Pick<IntakeDeps, 'parties'>,
): Promise<Refusal | undefined> {
  return (await parties.group(investor)).includes(partyId) ? undefined : refuse(notTheInvestor);
}

const toBundle = (id: string, language: Language): Fault => ({
  pointer: `/bundles/${id}`,
  code: stageHasBundle.code,
  message: stageHasBundle[language],
});

const unfit: Saying = {
  zh: '该事项在本级没有发布网上申请表，或者不能与本阶段其他事项一并申请。',
  en: 'This item has no form here, or cannot be applied for together with the others of the stage.',
};
const toPart =
  ({ items }: StagePlan, language: Language) =>
  ({ path, code }: BundleFault): Fault => ({
    // Below `bundles`, `0`, `parts` stands which of them it is.
    pointer: `/parts/${items[Number(path[3])]?.itemKey ?? ''}`,
    code,
    message: unfit[language],
  });
