import type { MaterialsDeps } from '../../deps.ts';
import { lifeOf } from '../../domain/licence/licence.ts';
import { publicView } from '../../domain/licence/view.ts';
import { paperFile } from '../../domain/licence/paper.ts';
import { versionOf } from '../../domain/material/material.ts';
import { confirmedFor, type CaseUse, type Use } from '../../domain/use/use.ts';
import type { Access } from '../../stores/accesses.ts';
import type { Readable } from '../address-of.ts';
import { recordView } from '../sharing/record-view.ts';

type Deps = Pick<MaterialsDeps, 'materials' | 'licences' | 'licencePapers' | 'sharedRecords'>;

type Used = Pick<Use, 'materialId' | 'version'>;

/** What an office is shown of what its case uses, and whose it is. */
interface Content {
  partyId: string;
  /** What is said of it beside its file. */
  said: object;
  /** Absent where there is none, or while the paper of a licence is not there. */
  file?: Readable | undefined;
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
  return used ? contentOf(used, deps) : sharedContent({ caseId: found.caseId, requirement, at }, deps);
}

/** A file, or what a licence says with its paper. */
async function contentOf({ materialId, version }: Used, deps: Deps): Promise<Content | undefined> {
  const material = await deps.materials.load(materialId);
  if (!material) return ofLicence({ materialId, version }, deps);
  const found = versionOf(material, version);
  if (!found?.objectKey) return undefined;
  const file = { ...found, objectKey: found.objectKey };
  return { partyId: material.partyId, said: {}, file, read: { type: material.type, materialId, version } };
}

async function ofLicence({ materialId, version }: Used, deps: Deps): Promise<Content | undefined> {
  const found = await deps.licences.load(materialId);
  const edition = found && lifeOf(found).editions.find((one) => one.n === version);
  if (!edition) return undefined;
  const paper = await deps.licencePapers.get(found.id, edition.caseId);
  const [said, file] = [{ licence: publicView(found, edition, paper) }, paper && paperFile(paper, edition)];
  return { partyId: found.partyId, said, file, read: { type: found.type, materialId, version } };
}

async function sharedContent(
  { caseId, requirement: type, at }: { caseId: string; requirement: string; at: Date },
  { sharedRecords }: Deps,
): Promise<Content | undefined> {
  const found = await (await sharedRecords()).get(caseId, type, at);
  return (
    found && { partyId: found.partyId, said: { record: recordView(found) }, read: { type, resource: found.resource } }
  );
}
