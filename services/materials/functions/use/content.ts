import type { MaterialsDeps } from '../../deps.ts';
import { lifeOf } from '../../domain/licence/licence.ts';
import { publicView } from '../../domain/licence/view.ts';
import { paperFile } from '../../domain/licence/paper.ts';
import { versionOf } from '../../domain/material/material.ts';
import { confirmedFor, type CaseUse, type Use } from '../../domain/use/use.ts';
import type { Access } from '../../stores/accesses.ts';
import { addressOf } from '../address-of.ts';
import { recordView } from '../sharing/record-view.ts';

type Deps = Pick<MaterialsDeps, 'materials' | 'licences' | 'licencePapers' | 'files' | 'sharedRecords'>;

/** What an office is shown of what its case uses, and whose it is. */
interface Content {
  partyId: string;
  shown: object;
  /** As the record of who read it names it. */
  read: Pick<Access, 'type' | 'materialId' | 'version' | 'resource'>;
}

/** What a case has for a line of its list: a document, a licence, or what its provider has shared; undefined where there is nothing. */
export function contentFor(
  found: CaseUse,
  { requirement, at }: { requirement: string; at: Date },
  deps: Deps,
): Promise<Content | undefined> {
  const used = confirmedFor(found, requirement);
  return used ? contentOf(used, at, deps) : sharedContent({ caseId: found.caseId, requirement, at }, deps);
}

/** A file at an address that holds for a minute, or what a licence says. */
async function contentOf({ materialId, version }: Use, at: Date, deps: Deps): Promise<Content | undefined> {
  const material = await deps.materials.load(materialId);
  if (!material) return ofLicence({ materialId, version }, at, deps);
  const file = versionOf(material, version);
  if (!file?.objectKey) return undefined;
  const shown = await addressOf({ ...file, objectKey: file.objectKey }, at, deps);
  return { partyId: material.partyId, shown, read: { type: material.type, materialId, version } };
}

async function ofLicence(
  { materialId, version }: Pick<Use, 'materialId' | 'version'>,
  at: Date,
  deps: Deps,
): Promise<Content | undefined> {
  const found = await deps.licences.load(materialId);
  const edition = found && lifeOf(found).editions.find((one) => one.n === version);
  if (!edition) return undefined;
  const paper = await deps.licencePapers.get(found.id, edition.caseId);
  const address = paper && (await addressOf(paperFile(paper, edition), at, deps));
  const licence = publicView(found, edition, paper);
  return { partyId: found.partyId, shown: { licence, ...address }, read: { type: found.type, materialId, version } };
}

async function sharedContent(
  { caseId, requirement: type, at }: { caseId: string; requirement: string; at: Date },
  { sharedRecords }: Deps,
): Promise<Content | undefined> {
  const found = await (await sharedRecords()).get(caseId, type, at);
  return (
    found && { partyId: found.partyId, shown: { record: recordView(found) }, read: { type, resource: found.resource } }
  );
}
