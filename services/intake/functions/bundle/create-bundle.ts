import type { HttpResponse, Refusal } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { partsFor } from '../../domain/bundle/choice.ts';
import type { BundleDefinition } from '../../domain/bundle/definition.ts';
import { masksOfOneForm } from '../../domain/bundle/one-form.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';
import { forWhom, type ForWhom } from '../case/applicant-of.ts';
import { bundleActed, partsChosen } from './bundle-reply.ts';
import { channelRefusal } from './channel-refusal.ts';
import { commitmentRefusal } from './commitment-refusal.ts';
import { filledBundle } from './fill-bundle.ts';
import { documentsRefusal } from './named-documents.ts';
import { wished, type Beginning } from './offered-for.ts';
import { partyRefusal } from './party-refusal.ts';

/** Begins a bundle as a draft, on the catalogue of now, or a stage as it was planned; whoever applies for another needs authority for all its items. */
export const createBundle =
  (deps: IntakeDeps) =>
  async (call: Beginning): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const wish = await wished(call, deps);
    if ('problem' in wish) return wish;
    const keys = wish.definition.parts.map(({ item }) => item);
    const project = { projectId: body.projectId, stage: body.stage };
    const party = await forWhom({ ...call, matters: keys.map((itemKey) => ({ itemKey, ...project })) }, deps);
    if ('problem' in party) return party;

    const offered = await wish.offerTo(party.partyId);
    if ('problem' in offered) return offered;
    const { definition, items, catalogueVersion, joint } = offered;
    const unfit = await wishRefusal(call, { definition, items, party }, deps);
    if (unfit) return unfit;

    const bundle: Bundle = {
      id: deps.newId(),
      version: 1,
      state: 'draft',
      definition,
      catalogueVersion,
      itemVersions: Object.fromEntries([...items].map(([key, { version }]) => [key, version])),
      channel: body.channel,
      ...party,
      ...project,
      ...(joint && { joint }),
      createdAt: cause.at,
      parts: [],
      timelineHash: '',
    };
    const { answers, commitments, materials, applicant } = body;
    const said = { answers, commitments, form: body.form, prefilled: [], offered: [] };
    const { known, facts } = await filledBundle({ bundle, items, applicant, said }, call, deps);
    const masks = masksOfOneForm(definition.parts, items);
    const { headers, ...acted } = bundleActed(bundle, scope);
    const reply = { ...acted, status: 201, headers: { ...headers, Location: `bundles/${bundle.id}` } };
    const bundles = await deps.bundles();
    await bundles.create(
      { bundle, form: { version: 1, answers, commitments, materials, masks, ...known } },
      { facts, cause: { ...cause, reply }, beside: offered.claim(bundle.id) },
    );
    return reply;
  };

interface Wish {
  definition: BundleDefinition;
  items: ReadonlyMap<string, PublishedItem>;
  party: ForWhom;
}

/** Why a bundle cannot begin as it is wished: by its channel, for this party, on these words, with these documents. */
async function wishRefusal(
  { body, language }: Beginning,
  { definition, items, party }: Wish,
  deps: IntakeDeps,
): Promise<Refusal | undefined> {
  const { answers, commitments, materials, channel } = body;
  // While a question is open only those parts count that apply whatever its answer is.
  const elsewhere = channelRefusal(partsFor(definition, answers), { channel, items, language });
  if (elsewhere) return elsewhere;
  const notForParty = await partyRefusal(definition, party, { answers, items, language });
  if (notForParty) return notForParty;
  const unpromised = await commitmentRefusal(commitments, { ...party, items, language }, deps);
  if (unpromised) return unpromised;
  return documentsRefusal(materials, { parts: partsChosen({ definition }, { answers, commitments }), items, language });
}
