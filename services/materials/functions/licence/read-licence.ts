import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { isLicenceNumber } from '#shared/licence-number';
import { editionWith, publicView, viewOf } from '../../domain/licence/view.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { notALicenceId } from '../../problems/licence.ts';
import type { licenceQuery } from '../../schemas/licence.ts';
import { placeOf } from '../../stores/licence-rows.ts';
import { listOfOwner } from '../list-of-owner.ts';

type Deps = Pick<MaterialsDeps, 'licences' | 'licencePapers' | 'parties'>;

/** The licences of a holder, the newest first. */
export const listLicences =
  (deps: Deps) =>
  (call: Call<z.infer<ReturnType<typeof licenceQuery>>>): Promise<HttpResponse> =>
    listOfOwner(call, { list: (id, page) => deps.licences.list(id, page), positionOf: placeOf, viewOf }, deps);

/** One's own licence; what is another's one does not learn of. */
export const readLicence =
  ({ licences }: Deps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const found = await licences.get(scope, params['id'] ?? '');
    return found
      ? { status: 200, headers: { ETag: `"${found.version}"` }, body: viewOf(found) }
      : refuse(problems.notFound);
  };

/** 验照: what anybody learns of a licence by its id; a slip in it shows before anything is looked up. */
export const verifyLicence =
  ({ licences, licencePapers }: Deps) =>
  async ({ params }: Call): Promise<HttpResponse> => {
    // As somebody may have typed it.
    const number = (params['number'] ?? '').toUpperCase();
    if (!isLicenceNumber(number)) return refuse(notALicenceId);
    const found = await licences.byNumber(number);
    const edition = found && editionWith(found, number);
    if (!edition) return refuse(problems.notFound);
    const paper = await licencePapers.get(found.id, edition.caseId);
    return { status: 200, body: publicView(found, edition, paper) };
  };
