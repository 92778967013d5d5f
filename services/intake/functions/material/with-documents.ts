import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { Cause } from '#shared/cause';
import { demandable } from '../../domain/catalogue/requirements.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { give } from '../../domain/material/act.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Opened } from '../../stores/opening-rows.ts';

/** From which case one begins; of another office's item only what that asks for counts. */
interface From {
  caseId: string;
  item?: PublishedItem;
}

/**
 * What begins upon a case rests on the documents that were given to that: nobody gives them again, and the library lets the
 * offices of the new case read them. What was refused stays behind.
 */
export async function withDocuments(
  opened: Opened,
  { from, cause }: { from: From; cause: Cause },
  { caseMaterials }: Pick<IntakeDeps, 'caseMaterials'>,
): Promise<Opened> {
  const store = await caseMaterials();
  const { lines = [] } = (await store.get(from.caseId)) ?? {};
  const { application, facts, form } = opened;
  const asked = from.item && new Set(demandable(from.item, application).map(({ type }) => type));
  const materials = lines
    .filter(({ state, requirement }) => state !== 'refused' && (!asked || asked.has(requirement)))
    .map(({ requirement, materialId, version }) => ({ requirement, materialId, version }));
  if (materials.length === 0) return opened;
  if (application.state === 'draft') return { ...opened, form: { ...form, materials } };
  const told = facts.map((one) =>
    one.type === ApplicationSubmittedV1.type ? { ...one, data: { ...one.data, materials } } : one,
  );
  const begun = give(application, { before: undefined, materials, at: cause.at });
  return { ...opened, facts: told, beside: store.writes(begun, cause) };
}
