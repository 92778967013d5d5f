import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { pairOf, propose } from '../../domain/party/merge.ts';
import type { IntakeDeps } from '../../deps.ts';
import { actingOf, saveMergeOrRefuse } from './merge-reply.ts';
import * as partyProblems from '../../problems/party.ts';
import { documentIn, numberIn } from '#shared/named-party';
import { documentFaults } from './document-faults.ts';
import type { mergeBody } from '../../schemas/party.ts';

const same: Saying = { zh: '两个证件是同一个。', en: 'Both are the same document.' };
const mixed: Saying = { zh: '个人与单位不是同一当事人。', en: 'A person and an organisation are never one party.' };

/** A clerk has seen two documents of one party. Their ids are kept, never their numbers. */
export const proposeMerge =
  ({ merges, newId, partyKey, set, city }: IntakeDeps) =>
  async ({
    body,
    scope,
    cause,
    language,
  }: Call<unknown, z.infer<ReturnType<typeof mergeBody>>>): Promise<HttpResponse> => {
    if (set !== city) return refuse(partyProblems.onlyInCity);
    const [first, second] = body.documents;
    if (first.kind !== second.kind) {
      return refuse(problems.invalidInput, [{ pointer: '/documents/1', code: 'other-kind', message: mixed[language] }]);
    }
    const named = body.documents.map((one, n) => ({
      pointer: numberIn(one, `/documents/${n}`),
      document: documentIn(one),
    }));
    const faults = await documentFaults(named, { cause, language }, body.codeSeen);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const key = await partyKey();
    const one = partyIdOf(key, documentIn(first));
    const other = partyIdOf(key, documentIn(second));
    if (one === other) {
      return refuse(problems.invalidInput, [{ pointer: '/documents/1', code: 'same', message: same[language] }]);
    }
    if (await (await merges()).isLive(pairOf([one, other]))) return refuse(partyProblems.mergeLive);
    const decided = propose(newId(), [one, other], { ...actingOf(scope, cause, body.reason), codeSeen: body.codeSeen });
    return saveMergeOrRefuse(decided, { merges, scope, cause, created: true });
  };
