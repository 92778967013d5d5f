import type { Application } from '../../domain/case/application.ts';
import { requirementsOf } from '../../domain/catalogue/requirements.ts';
import { refused, type CaseRefusal, type Decide } from '../../domain/case/change.ts';
import { changedIn, unknownIn, waitingIn, type CaseMaterials } from '../../domain/material/case-materials.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import type { CaseMaterialStore } from '../../stores/case-materials.ts';

type Deps = Pick<IntakeDeps, 'caseMaterials'>;

/** What an act wants to do: to accept a case, or to grant it, be it with its acceptance. */
type Wish = 'accept' | 'grant';

/** What a case has of its materials, read while the case itself is: most acts on it need both. */
export interface ReadAhead {
  store: CaseMaterialStore;
  found: CaseMaterials | undefined;
}

export async function readAhead(id: string, { caseMaterials }: Deps): Promise<ReadAhead> {
  const store = await caseMaterials();
  return { store, found: await store.get(id) };
}

/**
 * An acceptance and a grant as far as the documents of the case allow. What was given must be confirmed or refused, or have been
 * seen on paper; a grant rests on nothing that is not in force any more, and on nothing that is needed and that sharing has not
 * provided yet, unless somebody has said why it may. It is not made where any of that changes meanwhile.
 */
export function unlessBarred<Body>(
  { store, found }: ReadAhead,
  { wish, decide, needed = [] }: { wish: Wish; decide: Decide<Body>; needed?: readonly string[] },
): Decide<Body> {
  const bar = found && barIn(found, wish);
  if (bar) return () => refused(bar);
  return (application, acting) => {
    const unknown = found ? unknownIn(found) : [];
    if (unknown.some(({ requirement }) => needed.includes(requirement))) return refused('sharing-unknown');
    const decided = decide(application, acting);
    return 'refused' in decided || !found ? decided : { ...decided, beside: [store.unchanged(found)] };
  };
}

/** What sharing has to provide before a grant (行政许可法 art. 38: 符合法定条件); upon a commitment it is checked afterwards. */
export async function neededOf(
  { found }: ReadAhead,
  application: Application,
  deps: Pick<IntakeDeps, 'catalogue'>,
): Promise<string[]> {
  if (!found?.shared || application.committed || application.follows) return [];
  const lines = requirementsOf(await itemOf(application, deps), application);
  return lines.flatMap(({ type, must, instead }) => (must === 'must' && instead === 'sharing' ? [type] : []));
}

export function barIn(found: CaseMaterials, wish: Wish): CaseRefusal | undefined {
  if (waitingIn(found).length > 0) return 'materials-waiting';
  return wish === 'grant' && changedIn(found).length > 0 ? 'basis-changed' : undefined;
}
