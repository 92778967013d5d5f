import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { lifeOf } from '../../domain/licence/licence.ts';
import { paperFile } from '../../domain/licence/paper.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { notDelivered } from '../../problems/licence.ts';
import { fileNotAtHand } from '../../problems/material.ts';
import { addressOf } from '../address-of.ts';

/** Its holder reads the sealed paper of an edition: once he has taken it where it was decided, by download, at a desk or by post. It holds all the while. */
export const readPaper =
  (deps: MaterialsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.licences.get(scope, params['id'] ?? '');
    const edition = found && lifeOf(found).editions.find(({ n }) => n === Number(params['n']));
    if (!edition) return refuse(problems.notFound);
    const paper = await deps.licencePapers.get(found.id, edition.caseId);
    if (!paper) return refuse(fileNotAtHand);
    if (!(await deps.licencePapers.isDelivered(edition.caseId))) return refuse(notDelivered);
    return { status: 200, body: await addressOf(paperFile(paper, edition), cause.at, deps) };
  };
