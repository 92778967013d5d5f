import type { MaterialsDeps } from '../../deps.ts';
import type { Material } from '../../domain/material/material.ts';

interface Naming {
  data: { materials: readonly { materialId: string }[] };
}

/** The documents that facts name, as far as they are known. */
export async function named(
  facts: readonly Naming[],
  { load }: Pick<MaterialsDeps['materials'], 'load'>,
): Promise<Material[]> {
  const ids = new Set(facts.flatMap(({ data }) => data.materials.map(({ materialId }) => materialId)));
  return (await Promise.all(Array.from(ids, load))).filter((one) => one !== undefined);
}
