import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Kept, RecordChange, RefusedAct } from '../../domain/record-change.ts';

interface Acting<Found, Of extends Kept, Code extends string> {
  /** Undefined for whoever has nothing to do with it. */
  behold: (call: Pick<Call, 'params' | 'scope' | 'cause'>, deps: AgencyDeps) => Promise<Found | undefined>;
  words: Readonly<Record<Code, Problem>>;
  save: (
    change: RecordChange<Of>,
    found: Found,
    by: { call: Pick<Call, 'cause'>; deps: AgencyDeps },
  ) => Promise<HttpResponse>;
}

/** Acts that are decided by a record, who acts and what he says; what the record refuses is told in these words. */
export const actingOn =
  <Found, Of extends Kept, Code extends string>({ behold, words, save }: Acting<Found, Of, Code>) =>
  <Said>(
    decide: (
      found: Found,
      call: Call<unknown, Said>,
      deps: AgencyDeps,
    ) => Decided<Of, Code> | Promise<Decided<Of, Code>>,
  ) =>
  (deps: AgencyDeps) =>
  async (call: Call<unknown, Said>): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (!found) return refuse(problems.notFound);
    const decided = await decide(found, call, deps);
    return 'refused' in decided ? refusalOf(decided, words) : save(decided, found, { call, deps });
  };

type Decided<Of extends Kept, Code extends string> = RecordChange<Of> | RefusedAct<Code>;

function refusalOf<Code extends string>(
  { refused, about }: RefusedAct<Code>,
  words: Readonly<Record<Code, Problem>>,
): Refusal {
  const refusal = refuse(words[refused]);
  return about ? { ...refusal, more: { about: about.join(' ') } } : refusal;
}
