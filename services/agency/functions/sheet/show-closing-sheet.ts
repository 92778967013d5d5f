import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { over } from '../../domain/mandate/graph.ts';
import { mandateNotOver, sheetNotDrawn } from '../../problems/mandate.ts';
import { sees } from '../mandate/whose.ts';

/** Long enough to begin a download, too short to be passed on. */
const openSeconds = 60;

/** An address of the closing sheet for a minute. */
export const showClosingSheet =
  (deps: AgencyDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const mandates = await deps.mandates();
    const found = await mandates.get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    if (!over.includes(found.state)) return refuse(mandateNotOver);
    const sheet = await mandates.sheetOf(found.id);
    if (!sheet) return refuse(sheetNotDrawn);
    const url = await (await deps.papers()).readAddress(sheet.ref, openSeconds);
    const until = new Date(cause.at.getTime() + openSeconds * 1000).toISOString();
    const { sha256, certificate, bytes } = sheet;
    return { status: 200, body: { url, until, sha256, certificate, bytes } };
  };
