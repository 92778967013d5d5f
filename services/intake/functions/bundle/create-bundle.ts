import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { partsFor } from '../../domain/bundle/choice.ts';
import { masksOfOneForm } from '../../domain/bundle/one-form.ts';
import type { IntakeDeps } from '../../deps.ts';
import { bundleUnknown } from '../../problems/catalogue.ts';
import type { bundleBody } from '../../schemas/bundle.ts';
import { forWhom } from '../case/applicant-of.ts';
import { bundleActed } from './bundle-reply.ts';
import { channelRefusal } from './channel-refusal.ts';
import { commitmentRefusal } from './commitment-refusal.ts';
import { partyRefusal } from './party-refusal.ts';

/** Begins a bundle as a draft, on the catalogue of now; whoever applies for another needs authority for all its items. */
export const createBundle =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof bundleBody>>>): Promise<HttpResponse> => {
    const { body, scope, cause } = call;
    const offered = await (await deps.catalogue.around()).bundle(body.bundleKey);
    if (!offered) return refuse(bundleUnknown);
    const { definition, items, catalogueVersion } = offered;
    const keys = definition.parts.map(({ item }) => item);
    const project = { projectId: body.projectId, stage: body.stage };
    const party = await forWhom({ ...call, matters: keys.map((itemKey) => ({ itemKey, ...project })) }, deps);
    if ('problem' in party) return party;

    // While a question is open only those parts count that apply whatever its answer is.
    const chosen = partsFor(definition, body.answers);
    const elsewhere = channelRefusal(chosen, { channel: body.channel, items, language: call.language });
    if (elsewhere) return elsewhere;
    const notForParty = await partyRefusal(definition, party, {
      answers: body.answers,
      items,
      language: call.language,
    });
    if (notForParty) return notForParty;
    const unpromised = await commitmentRefusal(body.commitments, { ...party, items, language: call.language }, deps);
    if (unpromised) return unpromised;

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
      createdAt: cause.at,
      parts: [],
      timelineHash: '',
    };
    const { answers, commitments, form } = body;
    const masks = masksOfOneForm(definition.parts, items);
    const { headers, ...acted } = bundleActed(bundle, scope);
    const reply = { ...acted, status: 201, headers: { ...headers, Location: `bundles/${bundle.id}` } };
    const bundles = await deps.bundles();
    await bundles.create({ bundle, form: { version: 1, answers, commitments, form, masks } }, { ...cause, reply });
    return reply;
  };
