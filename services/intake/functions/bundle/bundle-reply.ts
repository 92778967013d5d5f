import type { Scope } from '#shared/access';
import { plain } from '#shared/plain';
import type { Reply } from '#shared/route';
import type { Bundle, Part } from '../../domain/bundle/bundle.ts';
import { answerFaults, partsFor } from '../../domain/bundle/choice.ts';
import { notInChannel } from '../../domain/bundle/in-channel.ts';
import { bundleOutcome } from '../../domain/bundle/outcome.ts';
import { bundleActions, type LookedBundle } from '../../domain/bundle/graph.ts';
import type { BundleGiven } from '../../domain/bundle/given.ts';
import { materialsFor, type BundleMaterial, type Committing } from '../../domain/bundle/materials.ts';
import type { ItemEnd } from '../../domain/catalogue/item-end.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { masked } from '../../domain/form/masking.ts';
import type { StoredBundleForm } from '../../stores/bundle-forms.ts';
import type { FilledBundle } from '../../stores/bundles.ts';

/** What an act answers: where the bundle stands, what may be done next, and what an act tells besides; never the form. */
export function bundleActed(bundle: LookedBundle, scope: Scope, told: object = {}): Reply {
  const { id, state, version } = bundle;
  const body = { id, status: state, version, actions: bundleActions(bundle, scope), ...told };
  return { status: 200, headers: { ETag: `"${version}"` }, body };
}

/** A bundle as one line of a list. */
export function bundleLine(bundle: Bundle) {
  const { id, state, definition, createdAt, submittedAt, endedAt, parts } = bundle;
  const { key, name, nameEn } = definition;
  const stands = { status: state, outcome: bundleOutcome(bundle), creating: creating(parts) };
  return plain({ id, key, name, nameEn, createdAt, submittedAt, endedAt, ...stands });
}

/** A bundle with its parts, its form and its materials; a draft shows the parts that its answers choose. */
export function bundleBody(
  { bundle, form }: FilledBundle & { bundle: LookedBundle },
  scope: Scope,
  items: ReadonlyMap<string, PublishedItem>,
): Record<string, unknown> {
  const { definition, channel, authorityId, projectId, stage, entry, version } = bundle;
  const chosen = bundle.parts.length > 0 ? bundle.parts : partsChosen(bundle, form);
  const own = scope.capacities.includes('applicant');
  const elsewhere = notInChannel(chosen, items, channel);
  const content = { ...form.form };
  return {
    ...bundleLine(bundle),
    ...plain({
      channel,
      authorityId,
      projectId,
      stage,
      entry,
      givenUp: bundle.givenUp && givenUpShown(bundle.givenUp),
    }),
    version,
    actions: bundleActions(bundle, scope),
    questions: definition.questions ?? [],
    answers: form.answers,
    commitments: form.commitments,
    parts: chosen.map((part) =>
      partShown(part, { item: items.get(part.item), elsewhere, itemEnd: bundle.ends?.get(part.item) }),
    ),
    materials: materialsFor(chosen, items).map((one) => withGiven(one, form.materials)),
    form: own ? content : masked(content, form.masks),
    masked: !own,
  };
}

const givenUpShown = ({ at, reason, entry }: NonNullable<Bundle['givenUp']>) => ({ at, reason, entry });

/** A line of the one list with the documents that are named for it. */
function withGiven(line: BundleMaterial, all: readonly BundleGiven[]) {
  const mine = line.how === 'asked' ? all.filter((one) => isFor(one, line)) : [];
  const given = mine.map(({ requirement, ...document }) => document);
  return { ...line, ...(given.length > 0 && { given }) };
}

const isFor = ({ requirement, items }: BundleGiven, line: BundleMaterial): boolean =>
  requirement === line.type && (items?.some((item) => line.items.includes(item)) ?? true);

type Choice = Pick<StoredBundleForm, 'answers' | 'commitments'>;

/** What the answers choose; all that could apply while they are not complete. */
export function partsChosen(
  { definition }: Pick<Bundle, 'definition'>,
  { answers, commitments }: Choice,
): Committing[] {
  const parts = partsFor(definition, answerFaults(definition, answers).length === 0 ? answers : undefined);
  return parts.map((part) => ({ ...part, ...(commitments.includes(part.item) && { committed: true }) }));
}

/** Creating n of N: how many cases there are, of all parts that were handed in; one that waits, or was dropped, has none. */
function creating(parts: readonly Part[]) {
  const made = parts.filter(({ state }) => state === 'open' || state === 'ended').length;
  return { made, of: parts.length };
}

interface Showing {
  item: PublishedItem | undefined;
  /** What the channel of the bundle does not take in. */
  elsewhere: readonly PublishedItem[];
  itemEnd: ItemEnd | undefined;
}

function partShown(part: Committing | Part, { item, elsewhere, itemEnd }: Showing) {
  const { item: key, needs, situation, party, committed } = part;
  const itself = { item: key, name: item?.name, nameEn: item?.nameEn, situation, needs, party };
  const told = { ...itself, committed, fee: item?.fee ?? [] };
  const away = item && elsewhere.includes(item);
  if (!('state' in part)) return plain({ ...told, status: 'waiting', itemEnd, ...(away && { notInChannel: true }) });
  const { state, caseId, toComplete, forwarded, outcome, endedAt, because, takenBack, givenUp, withdrawnAtDesk } = part;
  const made = state === 'open' || state === 'ended';
  const cases = { ...(made && { caseId }), toComplete, forwarded };
  const withdrawing = state === 'open' && givenUp;
  const given = { ...(withdrawing && { givenUp }), withdrawnAtDesk };
  return plain({ ...told, status: state, ...cases, outcome, endedAt, because, takenBack, ...given });
}
