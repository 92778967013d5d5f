import type { MaterialChange } from '../../domain/material/act.ts';
import { versionOf } from '../../domain/material/material.ts';
import { quarantineKey } from '../../domain/material/place.ts';
import type { MaterialsDeps } from '../../deps.ts';

/** The parts of an upload that its owner gives up go at once; those that time gives up go by the bucket's own rule. */
export async function forgetParts(
  { before, act, n }: MaterialChange,
  { files }: Pick<MaterialsDeps, 'files'>,
): Promise<void> {
  const uploadId = before && versionOf(before, n)?.uploadId;
  if (!uploadId || act !== 'give-up') return;
  await (await files()).abandon({ key: quarantineKey(before.id, n), uploadId });
}
