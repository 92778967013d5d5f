import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/mandate.ts';
import * as schemas from '../schemas/mandate.ts';
import { forRepresented } from './represented.ts';

const lead = staff('district', 'officer-lead');
const acted = { status: 200, schema: schemas.mandateActed };
const acting = async () => import('../functions/mandate/act-on-mandate.ts');
const stale = [problems.versionStale, refused.mandateMoved];

const readers = [staff('district', 'officer', 'officer-lead', 'window'), applicant(2)];

const routes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/end',
    summary: 'End a mandate under which all is done',
    may: [applicant(2), lead],
    body: noBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).endMandate),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/end-by-window',
    summary: 'End a mandate on the part of the office (窗口终止), with reasons, day and signed sheet',
    may: [lead],
    body: schemas.sheetBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).endMandateByWindow),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/terminate',
    summary: 'End a mandate on the part of the investor (代办终止), at once; at a window by a sheet that it has signed',
    may: [applicant(2), staff('district', 'window')],
    body: schemas.endingBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).terminateMandate),
  }),
  route({
    method: 'GET',
    path: '/agency/mandates/{id}/closing-sheet',
    summary: 'Fetch the sealed closing sheet of a mandate that is over: an address for a minute',
    may: readers,
    reply: { status: 200, schema: schemas.sheetReply },
    refusals: [refused.mandateNotOver, refused.sheetNotDrawn],
    run: onDemand(async () => (await import('../functions/sheet/show-closing-sheet.ts')).showClosingSheet),
  }),
  route({
    method: 'POST',
    path: '/agency/mandates/{id}/visit',
    summary: 'Record the return visit (回访): how the investor was served',
    may: [lead, staff('district', 'window')],
    body: schemas.visitBody,
    needsVersion: true,
    reply: acted,
    refusals: stale,
    run: onDemand(async () => (await acting()).recordVisitOf),
  }),
];

/** How a mandate ends, and what the investor says of it afterwards. */
export const mandateEndingRoutes = routes.map(forRepresented);
