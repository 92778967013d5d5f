import type { MaterialsDeps } from '../../deps.ts';
import { lifeOf } from '../../domain/licence/licence.ts';
import { publicView } from '../../domain/licence/view.ts';
import { versionOf } from '../../domain/material/material.ts';
import type { Use } from '../../domain/use/use.ts';

type Deps = Pick<MaterialsDeps, 'materials' | 'licences' | 'files'>;

/** What an office is shown of what its case uses, and whose it is. */
interface Content {
  partyId: string;
  type: string;
  shown: object;
}

const readSeconds = 60;

/** A file at an address that holds for a minute, or what a licence says; undefined where there is nothing to be read. */
export async function contentOf({ materialId, version }: Use, at: Date, deps: Deps): Promise<Content | undefined> {
  const material = await deps.materials.load(materialId);
  if (!material) return ofLicence(materialId, version, deps);
  const file = versionOf(material, version);
  if (!file?.objectKey) return undefined;
  const { name, mediaType } = file;
  const url = await (await deps.files()).readAddress(file.objectKey, { name, mediaType }, readSeconds);
  const expiresAt = new Date(at.getTime() + readSeconds * 1000).toISOString();
  return { partyId: material.partyId, type: material.type, shown: { url, expiresAt } };
}

async function ofLicence(id: string, n: number, { licences }: Deps): Promise<Content | undefined> {
  const found = await licences.load(id);
  const edition = found && lifeOf(found).editions.find((one) => one.n === n);
  const licence = edition && publicView(found, edition.number);
  return licence && { partyId: found.partyId, type: found.type, shown: { licence } };
}
