import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/consultation.ts';
import * as schemas from '../schemas/consultation.ts';

const office = [
  staff('district', 'officer', 'officer-lead'),
  staff('department', 'approver', 'head', 'lead', 'window'),
];
const asker = applicant(2);
const acted = { status: 200, schema: schemas.consultationActed };
const reading = async () => import('../functions/consultation/read-consultations.ts');
const acting = async () => import('../functions/consultation/act-on-consultation.ts');
const moved = [refused.consultationMoved];

/** 咨询: who asks, who answers, until when. */
export const consultationRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/consultations',
    summary:
      'List consultations: of staff those that they answer, or all of their team or departments that stand so; of others their own',
    may: [...office, asker],
    query: schemas.consultationsQuery,
    reply: { status: 200, schema: schemas.consultationPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listConsultations),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations',
    summary: 'Ask the officers of the set or a department, about a project or before there is one',
    may: [asker],
    body: schemas.askBody,
    reply: { status: 201, schema: schemas.consultationActed },
    refusals: [refused.notAsked],
    run: onDemand(async () => (await import('../functions/consultation/ask.ts')).askOffice),
  }),
  route({
    method: 'GET',
    path: '/agency/consultations/{id}',
    summary: 'Read a consultation: what was said, who answers, until when',
    may: [...office, asker],
    reply: { status: 200, schema: schemas.consultationReply },
    run: onDemand(async () => (await reading()).showConsultation),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/take',
    summary: 'Answer for it from now on: who was named before is not any more',
    may: office,
    body: noBody,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await acting()).takeConsultation),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/pass-on',
    summary: 'Pass it on to a department or back to the officers; who is named stays so until somebody there takes it',
    may: office,
    body: schemas.passOnBody,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await acting()).passOnConsultation),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/answer',
    summary: 'Answer it; who does so unnamed is named by it',
    may: office,
    body: schemas.saidBody,
    reply: acted,
    refusals: [...moved, refused.anotherAnswers],
    run: onDemand(async () => (await acting()).answerConsultation),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/ask-back',
    summary: 'Ask its asker for what is needed to answer',
    may: office,
    body: schemas.saidBody,
    reply: acted,
    refusals: [...moved, refused.anotherAnswers],
    run: onDemand(async () => (await acting()).askBackAsker),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/tell',
    summary: 'Tell what was asked back, or ask again where the answer does not do',
    may: [asker],
    body: schemas.saidBody,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await acting()).tellOffice),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/close',
    summary: 'Close it, and say whether it was helpful',
    may: [asker],
    body: schemas.closeBody,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await acting()).closeConsultation),
  }),
  route({
    method: 'POST',
    path: '/agency/consultations/{id}/withdraw',
    summary: 'Take a question back',
    may: [asker],
    body: noBody,
    reply: acted,
    refusals: moved,
    run: onDemand(async () => (await acting()).withdrawConsultation),
  }),
];
