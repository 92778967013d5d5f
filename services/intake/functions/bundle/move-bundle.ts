import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { bundleActions, type LookedBundle } from '../../domain/bundle/graph.ts';
import { masksOfOneForm } from '../../domain/bundle/one-form.ts';
import { movedForm } from '../../domain/bundle/successor.ts';
import { stillPrefilled } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { wrongState } from '../../problems/bundle.ts';
import { bundleActed } from './bundle-reply.ts';
import { itemsOf } from './items-of.ts';
import { lookedAt } from './looked-at.ts';

/** A draft goes on under what took the place of its items, or of its definition, with what was filled in as far as that asks it. */
export const moveBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const seen = await lookedAt(found.bundle, deps);
    const { successor } = seen;
    if (!successor || !bundleActions(seen, scope).includes('move-to-successor')) return refuse(wrongState);

    const { definition } = found.bundle;
    const version = found.form.version + 1;
    const moved = movedForm(found.form, successor, { definition, items: await itemsOf(found.bundle, deps) });
    const prefilled = stillPrefilled(found.form.prefilled, { was: { ...found.form.form }, is: { ...moved.form } });
    const masks = masksOfOneForm(successor.definition.parts, successor.items);
    const bundle = { ...underSuccessor(seen, successor), version };
    const reply = bundleActed(bundle, scope);
    await bundles.move({ bundle, form: { ...found.form, ...moved, prefilled, version, masks } }, { ...cause, reply });
    return reply;
  };

function underSuccessor(
  { successor: _, ends: __, ...bundle }: LookedBundle,
  { definition, items, catalogueVersion, joint }: NonNullable<LookedBundle['successor']>,
): Bundle {
  const itemVersions = Object.fromEntries([...items].map(([key, { version }]) => [key, version]));
  return { ...bundle, definition, catalogueVersion, itemVersions, ...(joint && { joint }) };
}
