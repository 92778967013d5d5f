import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import * as domain from '../../domain/consultation/act.ts';
import type { Consultation } from '../../domain/consultation/consultation.ts';
import { anotherAnswers } from '../../problems/consultation.ts';
import type { closeBody, passOnBody, saidBody } from '../../schemas/consultation.ts';
import { consultationOf, saveConsultation } from './whose.ts';
import { hereAt } from '../settings/here.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** An act that is decided by the consultation, who acts, what he says, and the day. */
const acting =
  <Said>(
    decide: (found: Consultation, call: Call<unknown, Said>, now: domain.Now) => domain.ConsultationChange | undefined,
  ) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await consultationOf(call, deps);
    if ('problem' in found) return found;
    return saveConsultation(decide(found, call, await hereAt(call.cause.at, deps)), call, deps);
  };

export const takeConsultation = acting((found, { scope }) => domain.take(found, scope.actor.partyId));
export const passOnConsultation = acting((found, { body }: With<typeof passOnBody>) =>
  domain.passOn(
    found,
    body.department === undefined ? { kind: 'team' } : { kind: 'department', department: body.department },
  ),
);
export const tellOffice = acting((found, { body }: With<typeof saidBody>, now) => domain.tell(found, body.text, now));
export const closeConsultation = acting((found, { body }: With<typeof closeBody>) => domain.close(found, body.helpful));
export const withdrawConsultation = acting((found) => domain.withdraw(found));

/** Whoever is named answers; another takes it first. */
const saying =
  (act: 'answer' | 'ask-back') =>
  (deps: AgencyDeps) =>
  async (call: With<typeof saidBody>): Promise<HttpResponse> => {
    const found = await consultationOf(call, deps);
    if ('problem' in found) return found;
    const by = call.scope.actor.partyId;
    if (found.answerer !== undefined && found.answerer !== by) return refuse(anotherAnswers);
    const now = await hereAt(call.cause.at, deps);
    return saveConsultation(domain.say(found, { act, by, text: call.body.text }, now), call, deps);
  };

export const answerConsultation = saying('answer');
export const askBackAsker = saying('ask-back');
