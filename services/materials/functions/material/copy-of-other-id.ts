import { Conflict } from '#shared/conflict';
import type { Call } from '#shared/route';
import type { MaterialChange, NotNow } from '../../domain/material/act.ts';
import { isWhatIsSaid, versionOf, type Declared } from '../../domain/material/material.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { idsOfOwner } from '../owners.ts';

interface Wanted {
  partyId: string;
  declared: Declared;
  /** What is declared where the file is copied. */
  decide: () => MaterialChange | NotNow;
}

/**
 * A file that its owner has sent by another of his ids is at hand, too. It is copied in the bucket: where the merge is undone,
 * neither id hangs on the other's file. Undefined where there is none, or where it was erased meanwhile.
 */
export async function copyOfOtherId(
  { scope }: Pick<Call, 'scope'>,
  { partyId, declared, decide }: Wanted,
  deps: MaterialsDeps,
): Promise<MaterialChange | undefined> {
  const others = (await idsOfOwner(scope, partyId, deps)).filter((id) => id !== partyId);
  const found = await Promise.all(others.map((id) => deps.materials.file(id, declared.sha256)));
  const blob = found.find((one) => one && isWhatIsSaid(one, declared));
  const change = blob && decide();
  if (!change || 'refused' in change) return undefined;
  const to = keyIn(change);
  return to && (await (await deps.files()).copy(blob.objectKey, to)) ? change : undefined;
}

/** What is not declared after all leaves no copy behind. */
export const unlessLost =
  (change: MaterialChange, { files }: Pick<MaterialsDeps, 'files'>) =>
  async (error: unknown): Promise<never> => {
    const key = keyIn(change);
    if (error instanceof Conflict && key) await (await files()).remove(key);
    throw error;
  };

const keyIn = ({ material, n }: MaterialChange): string | undefined => material && versionOf(material, n)?.objectKey;
