import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { LookedBundle } from '../../domain/bundle/graph.ts';
import { bundleSuccessor } from '../../domain/bundle/successor.ts';
import { endOfItem, type ItemEnd } from '../../domain/catalogue/item-end.ts';
import type { IntakeDeps } from '../../deps.ts';

type Looking = Pick<IntakeDeps, 'catalogue' | 'stagePlans' | 'stageSettings'>;

/** A draft with what it could go on under; what was handed in goes its way whatever the catalogue says. */
export async function lookedAt(bundle: Bundle, deps: Looking): Promise<LookedBundle> {
  if (bundle.state !== 'draft') return bundle;
  const { catalogue } = deps;
  const own = bundle.definition.parts.map(({ item }) => item);
  const around = await catalogue.around();
  const offered = await around.items([...own, ...(await around.partsOf(bundle.definition.key))]);
  if (!offered) return bundle;
  const ends = new Map(bundle.definition.parts.flatMap(({ item }) => entryOf(item, endOfItem(offered, item))));
  const successor = bundle.joint ? await ofStage(bundle, deps) : bundleSuccessor(bundle, offered);
  return { ...bundle, ends, ...(successor && { successor }) };
}

/** What a stage goes on under its plan says, not the catalogue. */
const ofStage = async (bundle: Bundle, deps: Looking) =>
  (await import('./stage-successor.ts')).stageSuccessor(bundle, deps);

const entryOf = (item: string, end: ItemEnd | undefined) => (end ? [[item, end] as const] : []);
