import type { MaterialsDeps } from '../../deps.ts';
import { lifeOf } from '../../domain/licence/licence.ts';
import { publicView } from '../../domain/licence/view.ts';
import { paperFile } from '../../domain/licence/paper.ts';
import { versionOf } from '../../domain/material/material.ts';
import type { Use } from '../../domain/use/use.ts';
import { addressOf } from '../address-of.ts';

type Deps = Pick<MaterialsDeps, 'materials' | 'licences' | 'licencePapers' | 'files'>;

/** What an office is shown of what its case uses, and whose it is. */
interface Content {
  partyId: string;
  type: string;
  shown: object;
}

/** A file at an address that holds for a minute, or what a licence says; undefined where there is nothing to be read. */
export async function contentOf({ materialId, version }: Use, at: Date, deps: Deps): Promise<Content | undefined> {
  const material = await deps.materials.load(materialId);
  if (!material) return ofLicence({ materialId, version }, at, deps);
  const file = versionOf(material, version);
  if (!file?.objectKey) return undefined;
  const shown = await addressOf({ ...file, objectKey: file.objectKey }, at, deps);
  return { partyId: material.partyId, type: material.type, shown };
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
  return { partyId: found.partyId, type: found.type, shown: { licence, ...address } };
}
