import type { Refusal } from '#shared/route';
import type { Given } from '../../domain/material/given.ts';
import type { givenRefusal } from '../material/given-refusal.ts';

type Rest = Parameters<typeof givenRefusal> extends [unknown, ...infer Others] ? Others : never;

/** Why a draft may not name these documents; most name none, and what looks at them is loaded with the first that does. */
export async function namedRefusal(materials: readonly Given[] = [], ...rest: Rest): Promise<Refusal | undefined> {
  if (materials.length === 0) return undefined;
  const { givenRefusal: refusalOf } = await import('../material/given-refusal.ts');
  return refusalOf(materials, ...rest);
}
