import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { recordVisit, sign } from '../../domain/mandate/acts.ts';
import { changed, type MandateChange } from '../../domain/mandate/change.ts';
import type { MandateAct } from '../../domain/mandate/graph.ts';
import { sheetNeeded } from '../../problems/mandate.ts';
import type { endingBody, mandateReasonsBody, sheetBody, visitBody } from '../../schemas/mandate.ts';
import { isStaff } from '../project/whose.ts';
import { saveAct, toActOn, type Beheld } from './acted.ts';

type With<Schema extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Schema>>>;

/** An act that is decided by the mandate, who acts and what he says. It stands on who carries the project. */
const acting =
  <Said>(decide: (found: Beheld, call: Call<unknown, Said>) => MandateChange | undefined) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await toActOn(call, deps);
    return 'problem' in found ? found : saveAct(decide(found, call), { ...found, cause: call.cause }, deps);
  };

const moving = (act: MandateAct) => acting(({ mandate, who }) => changed(mandate, { act, who }));

export const signMandate = acting(({ mandate, who }, { cause }) => sign(mandate, who, cause.at));
export const finishMandate = acting(({ mandate, who }, { cause }) =>
  changed(mandate, { act: 'finish', who }, { doneAt: cause.at }),
);
export const goOnWithMandate = acting(({ mandate, who }) =>
  changed(mandate, { act: 'go-on', who }, { doneAt: undefined }),
);
export const endMandate = moving('end');

/** 拒绝代办, 窗口终止: with reasons; what the window ends also has a signed sheet. */
const ending = (act: 'refuse' | 'end-by-window') =>
  acting(({ mandate, who }, { cause, body }: With<typeof mandateReasonsBody> | With<typeof sheetBody>) =>
    changed(mandate, { act, who }, { ending: { ...body, at: cause.at } }),
  );
export const refuseMandate = ending('refuse');
export const endMandateByWindow = ending('end-by-window');

/** 代办终止: the investor at once by its own account; at a window by a sheet that it has signed. */
export const terminateMandate =
  (deps: AgencyDeps) =>
  async (call: With<typeof endingBody>): Promise<HttpResponse> => {
    const { body, scope, cause, language } = call;
    if (isStaff(scope) && body.sheet === undefined) {
      const { code, ...words } = sheetNeeded;
      return refuse(problems.invalidInput, [{ pointer: '/sheet', code, message: words[language] }]);
    }
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const { mandate, who } = found;
    const change = changed(mandate, { act: 'terminate', who }, { ending: { ...body, at: cause.at } });
    // Whatever becomes of the project, whoever has agreed can end it.
    return saveAct(change, { who, cause }, deps);
  };

export const recordVisitOf = acting(({ mandate, who }, { cause, body, scope }: With<typeof visitBody>) =>
  recordVisit(mandate, who, { ...body, at: cause.at, by: scope.actor.partyId }),
);
