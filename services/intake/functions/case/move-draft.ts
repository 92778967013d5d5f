import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { demandable } from '../../domain/catalogue/requirements.ts';
import { isTakenIn } from '../../domain/bundle/in-channel.ts';
import { moved } from '../../domain/case/draft.ts';
import { refusalOf } from '../../domain/case/graph.ts';
import { carriedOver } from '../../domain/form/carry-over.ts';
import { masksOf } from '../../domain/form/form.ts';
import { stillPrefilled } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { itemNotInChannel, itemNotOnline } from '../../problems/catalogue.ts';
import { acted } from '../../reply.ts';
import { audienceRefusal } from './audience-refusal.ts';
import { itemOf } from './item-of.ts';
import { lookedAt } from './looked-at.ts';

/** A draft whose item was withdrawn goes on under the item that took its place, with what both forms ask. */
export const moveDraft =
  (deps: IntakeDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { params, scope, cause } = call;
    const [found, by] = await Promise.all([
      deps.applications.getWithForm(scope, params['id'] ?? ''),
      deps.persons.know(scope, cause.at),
    ]);
    if (!found) return refuse(problems.notFound);
    const seen = await lookedAt(found.application, deps);
    const refused = refusalOf(seen, 'move-to-successor', by);
    if (refused) return refuse(caseProblems[refused]);

    const successor = seen.itemEnd?.successor;
    const offered = successor && (await deps.catalogue.item(successor.key));
    if (!offered) return refuse(itemNotOnline);
    const { item, catalogueVersion } = offered;
    if (!item.form) return refuse(itemNotOnline);
    if (!isTakenIn(item, found.application.channel)) return refuse(itemNotInChannel);
    const notForParty = await audienceRefusal([{ pointer: '', item }], found.application, call.language);
    if (notForParty) return notForParty;
    const { form: old } = await itemOf(found.application, deps);
    const version = found.form.version + 1;
    const masks = masksOf(item.form);
    const carried = carriedOver(found.form.form, old ?? {}, item.form);
    const prefilled = stillPrefilled(found.form.prefilled ?? [], { was: found.form.form, is: carried });
    const application = moved(found.application, item, catalogueVersion);
    const asked = new Set(demandable(item, application).map(({ type }) => type));
    const materials = found.form.materials?.filter(({ requirement }) => asked.has(requirement));
    const form = { form: carried, materials, prefilled, masks: () => masks, version };
    const reply = acted({ ...application, version }, by);
    await (await deps.draftMoves()).save({ application, form }, { ...cause, reply });
    return reply;
  };
