import type { Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import { isShown, versionOf, type Material, type Version } from '../../domain/material/material.ts';
import type { MaterialsDeps } from '../../deps.ts';

/** Whose documents a caller means: his own, or those of an organisation of his; undefined where he acts for nobody of that id. */
export function ownerOf({ actor, parties }: Scope, named: string | undefined): string | undefined {
  return named === undefined || parties.includes(named) ? (named ?? actor.partyId) : undefined;
}

type OnMaterial = Pick<Call, 'params' | 'scope'>;

/** The document that a path names, where it is the caller's; what is another's he does not learn of. */
export async function ownMaterial(
  { params, scope }: OnMaterial,
  { materials }: Pick<MaterialsDeps, 'materials'>,
): Promise<Material | Refusal> {
  return (await materials.get(scope, params['id'] ?? '')) ?? refuse(problems.notFound);
}

/** The same with the version that the path names. */
export async function ownVersion(
  call: OnMaterial,
  deps: Pick<MaterialsDeps, 'materials'>,
): Promise<{ found: Material; version: Version } | Refusal> {
  const found = await ownMaterial(call, deps);
  if ('problem' in found) return found;
  const version = versionOf(found, Number(call.params['n']));
  return version && isShown(version) ? { found, version } : refuse(problems.notFound);
}
