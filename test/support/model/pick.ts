import type { Deed } from './acting.ts';
import { asFound, type ModelCase } from './case.ts';
import { nowOf, type Life } from './life.ts';
import { names } from './people.ts';
import type { Pick } from './steps.ts';
import { arrowOf, deeds, isPossible } from './turn.ts';

/** How often a deed is picked: what ends a case at once or sends it round again seldom, or none would come far. */
const weights = {
  1: ['void', 'edit', 'resubmit', 'withdraw', 'signpost-agreed'],
  2: ['signpost', 'forward', 'tasks/1/recuse', 'propose-refusal', 'resume', 'approve-refusal', 'overturn-refusal'],
  3: ['correct', 'revoke', 'sanction', 'review'],
  15: [
    'accept',
    'decide',
    'request-supplement',
    'settle-tolerance',
    'tasks/1/release',
    'tasks/1/opinion',
    'commitment/keep',
    'commitment/break',
    'commitment/order',
    'commitment/repair',
  ],
};
function often(one: ModelCase, name: string, { aim, tried }: Life): number {
  if (name === aim) return 40;
  const found = Object.entries(weights).find(([, these]) => these.includes(name));
  const is = one.notice && name === 'request-correction' ? 1 : Number(found?.[0] ?? 5);
  const { act } = arrowOf(name, one);
  return tried.some((each) => each.done && each.act === act) ? is : is * 2;
}

/** A prime, so that looking on from any place comes by all others. */
const stride = 7919;

/** A deed that can be done now, the first that is found from where a wish begins to look; or one in vain, as another could do it. */
export function possible(
  life: Life,
  wish: Deed,
  { name, person, vain }: Pick,
): { one: ModelCase; deed: Deed } | undefined {
  const around = { ...life, now: nowOf(life) };
  const found = life.cases.map((one) => asFound(life.days, one, around.now));
  const ways = life.cases.flatMap((one, n) =>
    deeds.flatMap((each) =>
      Array.from({ length: vain ? 1 : often(one, each, life) }, (): [number, string] => [n, each]),
    ),
  );
  for (let tried = 0; tried < ways.length; tried += 1) {
    const [n = 0, each = ''] = ways[(name + tried * stride) % ways.length] ?? [];
    const [one, is] = [life.cases[n], found[n]];
    if (!one || !is) continue;
    const all = names.map((who) => ({ ...wish, name: each, person: who }));
    const can = all.filter((deed) => isPossible(is, deed, around));
    const these = vain ? all.filter((deed) => !can.includes(deed)) : can;
    const deed = these[person % these.length];
    if (can.length > 0 && deed) return { one, deed };
  }
  return undefined;
}
