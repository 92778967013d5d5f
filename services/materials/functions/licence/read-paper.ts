import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { lifeOf } from '../../domain/licence/licence.ts';
import { paperFile } from '../../domain/licence/paper.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { fileNotAtHand } from '../../problems/material.ts';
import { addressOf } from '../address-of.ts';

/** Its holder reads the sealed paper of an edition; it is there some seconds after the decision. */
export const readPaper =
  (deps: MaterialsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.licences.get(scope, params['id'] ?? '');
    const edition = found && lifeOf(found).editions.find(({ n }) => n === Number(params['n']));
    if (!edition) return refuse(problems.notFound);
    const paper = await deps.licencePapers.get(found.id, edition.caseId);
    if (!paper) return refuse(fileNotAtHand);
    return { status: 200, body: await addressOf(paperFile(paper, edition), cause.at, deps) };
  };
