import type { MaterialsDeps } from '../../deps.ts';
import { asBasis } from '../../domain/licence/as-basis.ts';
import type { Basis } from '../../domain/material/basis.ts';

interface Naming {
  data: { materials: readonly { materialId: string }[] };
}

type Deps = Pick<MaterialsDeps, 'materials' | 'licences'>;

/** The documents and licences that facts name, as far as they are known. */
export async function named(facts: readonly Naming[], deps: Deps): Promise<Basis[]> {
  const ids = new Set(facts.flatMap(({ data }) => data.materials.map(({ materialId }) => materialId)));
  const found = await Promise.all(Array.from(ids, (id) => oneOf(id, deps)));
  return found.filter((one) => one !== undefined);
}

async function oneOf(id: string, { materials, licences }: Deps): Promise<Basis | undefined> {
  const material = await materials.load(id);
  if (material) return material;
  const licence = await licences.load(id);
  return licence && asBasis(licence);
}
