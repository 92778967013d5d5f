import type { Cause } from '#shared/cause';
import type { Bundle, Part } from '../../domain/bundle/bundle.ts';
import { filled, type Results } from '../../domain/bundle/fill.ts';
import { bundleFields } from '../../domain/bundle/one-form.ts';
import { begin } from '../../domain/case/draft.ts';
import { representing } from '../../domain/case/hands.ts';
import { settled } from '../../domain/case/settled.ts';
import { submit, type Receipt } from '../../domain/case/handing-in.ts';
import { prefilledOf } from '../../domain/bundle/prefilled.ts';
import { givenTo } from '../../domain/bundle/given.ts';
import { situationOf } from '../../domain/bundle/materials.ts';
import { demandable } from '../../domain/catalogue/requirements.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { retentionOf } from '../../domain/catalogue/retention-of.ts';
import { sharingOf } from '../../domain/catalogue/sharing-of.ts';
import { masksOf } from '../../domain/form/form.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Draft } from '../../stores/applications.ts';
import type { FilledBundle } from '../../stores/bundles.ts';
import type { MadeCase } from '../../stores/made-case.ts';
import { isBarred } from '../commitment/barred.ts';
import { writtenForm } from '../case/checked-form.ts';
import { licenceOf } from '../case/licence-of.ts';
import { numbered } from '../case/receipt.ts';
import { beginMaterials } from '../material/begin-materials.ts';
import { earlierLicences } from './earlier-licences.ts';
import { itemsOf } from './items-of.ts';

type MakeDeps = Pick<
  IntakeDeps,
  | 'applications'
  | 'caseMaterials'
  | 'catalogue'
  | 'calendars'
  | 'licences'
  | 'forms'
  | 'numbers'
  | 'newCode'
  | 'set'
  | 'parties'
  | 'commitments'
>;

interface Making extends FilledBundle {
  part: Part;
  results: Results;
  cause: Cause;
}

/** That the numbers of an item are used up for a day: no fault, so the queue must not try again and again. */
export interface NoNumber {
  refused: 'numbers-used-up';
}

/** The case of a part: handed in at once where its form is complete, else a draft for the applicant to complete. */
export async function makeCase(
  { bundle, form, part, results, cause }: Making,
  deps: MakeDeps,
): Promise<MadeCase | NoNumber> {
  const { at } = cause;
  const items = await itemsOf(bundle, deps);
  const item = await deps.catalogue.itemAt(part.item, versionOf(bundle, part.item));
  const fields = bundleFields(bundle.parts, items);
  const told = filled(part.item, { form: form.form, fields, results });
  const whose = beginning(bundle, part, at);
  const committed = part.committed === true && (await isTaken(whose, deps));
  const application = begin({ ...whose, situation: situationOf(part, item), committed }, item);
  const masks = masksOf(item.form);
  // Its numbers were held to their rules when the bundle was handed in, and those of results when they were given.
  const values = await writtenForm({ whose: application, form: told }, deps);
  const asked = new Set(demandable(item, application).map(({ type }) => type));
  const named = givenTo(part.item, form.materials, asked);
  const prefilled = prefilledOf(part.item, form.prefilled, fields);
  const filledIn = { form: values, materials: named, prefilled, masks: () => masks, version: 1 };
  const begun = { application, form: filledIn };
  if ((await deps.forms.issuesIn(application, values, 'zh')).length > 0) return { begun, handedIn: undefined };

  const number = await numbered(application, at, deps);
  if ('problem' in number) return { refused: 'numbers-used-up' };
  return { begun, ...(await handedInAt({ bundle, item, begun, number, cause }, deps)) };
}

interface HandingIn {
  bundle: Bundle;
  item: PublishedItem;
  begun: Draft;
  number: Pick<Receipt, 'number' | 'trackingCode'>;
  cause: Cause;
}

/** Handed in, with its documents: what the applicant has named for it, and the licences of earlier parts. */
async function handedInAt({ bundle, item, begun, number, cause }: HandingIn, deps: MakeDeps) {
  const { application, form } = begun;
  const { at } = cause;
  const [calendar, licence, results] = await Promise.all([
    deps.calendars.current(),
    licenceOf(application, at, deps),
    earlierLicences(application, bundle, deps),
  ]);
  const { materials, beside } = await beginMaterials(
    application,
    { named: form.materials ?? [], results, cause },
    deps,
  );
  const told = { retention: retentionOf(item), sharing: sharingOf(item, application) };
  const receipt = { at, district: deps.set, licence, materials, ...told, ...number };
  return { handedIn: settled(submit(application, receipt), { ...cause, calendar }), beside };
}

export const versionOf = ({ itemVersions, catalogueVersion }: Bundle, item: string) => ({
  itemVersion: itemVersions[item] ?? 0,
  catalogueVersion,
});

/** Whose the case is: his whom an earlier part has created, until then his who applied. */
function beginning(bundle: Bundle, part: Part, at: Date) {
  const { id, channel, entry, authorityId, appliesAs, projectId, stage, partyId, catalogueVersion, parts } = bundle;
  const { submittedBy } = bundle;
  const created = parts.find(({ item }) => item === part.party)?.created;
  const whose = created
    ? { partyId: created, heldBy: partyId }
    : { partyId, ...(authorityId && { authorityId }), ...(appliesAs && { appliesAs }) };
  const project = { ...(projectId && { projectId }), ...(stage && { stage }), ...jointOf(bundle) };
  return {
    id: part.caseId,
    at,
    channel,
    ...whose,
    // Who handed the bundle in for its party; a desk acts in nobody's place.
    ...(!entry && submittedBy && representing({ partyId }, submittedBy.partyId)),
    ...project,
    ...(entry && { entry }),
    bundleId: id,
    catalogueVersion,
  };
}

/** Of a stage that was accepted what is made later is accepted as it is made. */
const jointOf = ({ joint }: Bundle) =>
  joint && {
    joint: {
      lead: joint.lead,
      accepted: joint.accepted !== undefined,
      ...(joint.accepted && { later: true as const }),
    },
  };

/** Whether a word is taken: neither the party nor who gave it for that has a record. Where not, the case is reviewed as usual. */
async function isTaken({ partyId, heldBy }: { partyId: string; heldBy?: string }, deps: MakeDeps): Promise<boolean> {
  const barred = await Promise.all([partyId, ...(heldBy ? [heldBy] : [])].map((one) => isBarred(one, deps)));
  return !barred.includes(true);
}

/** In whose name the case is made: of him who handed the bundle in. */
export function inNameOf({ submittedBy }: Bundle, cause: Cause): Cause {
  if (!submittedBy) return cause;
  const { sub, partyId, office } = submittedBy;
  return { ...cause, actor: { sub, partyId, kind: 'person' }, office };
}
