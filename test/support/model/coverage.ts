import { graph } from '../../../services/intake/domain/case/graph.ts';
import { followUpGraph } from '../../../services/intake/domain/case/follow-up.ts';
import { commitmentGraph } from '../../../services/intake/domain/commitment/acting.ts';
import { isCheck } from './checks.ts';
import type { Life, Tried } from './life.ts';
import type { Beginning } from './steps.ts';
import { arrowOf, deeds } from './turn.ts';

interface Arrow {
  act: string;
  from: readonly string[];
  who: readonly string[];
}
// What is decided anew comes with an act on another case: its own tests tell of that.
const byHand = followUpGraph.filter(({ act }) => act !== 'decide-anew');
/** What becomes of a check by facts of other cases, which no step of a life brings, has tests of its own. */
const checks = commitmentGraph.filter(({ who }) => !who.includes('clock'));
const arrows: readonly Arrow[] = [...graph, ...byHand, ...checks];
const byTime = (act: string) => arrows.some((one) => one.act === act && one.who.includes('clock'));

/** What came of a life: all that was tried by hand, and what time did. */
export function triedIn({ tried, cases }: Life): Tried[] {
  const passed = cases.flatMap(({ told }) => told.filter(({ act }) => byTime(act)));
  return [...tried, ...passed.map((one) => ({ ...one, by: 'clock', done: true }))];
}

/** Acts of the three graphs that were never done, and those that were never refused: by time, where it had not come yet. */
export function neverIn(tried: readonly Tried[]): { done: string[]; refused: string[] } {
  const acts = [...new Set(arrows.map(({ act }) => act))];
  const was = (act: string, done: boolean) => tried.some((one) => one.done === done && one.act === act);
  return {
    done: acts.filter((act) => !was(act, true)),
    refused: acts.filter((act) => !(byTime(act) ? wasTooEarly(act, tried) : was(act, false))),
  };
}

function wasTooEarly(act: string, tried: readonly Tried[]): boolean {
  const from = new Set(arrows.flatMap((one) => (one.act === act ? one.from : [])));
  return tried.some((one) => one.by === 'clock' && !one.done && from.has(one.from));
}

/** Before what time does something must have been done that time waits for; it waits for a silent renewal in the review. */
const before: Partial<Record<string, string>> = {
  'accept-silently': 'submit',
  'close-uncorrected': 'request-correction',
  'lapse-supplement': 'request-supplement',
  'renew-silently': 'tasks/1/claim',
  warn: 'tasks/1/claim',
};

/** How a life begins that is to come to the first act that is missing; undefined where none is. */
export function towards({ done, refused }: ReturnType<typeof neverIn>): Partial<Beginning> | undefined {
  const [act] = [...done, ...refused];
  if (act === undefined) return undefined;
  const aim = before[act] ?? deeds.find((name) => calledBy(name) === act) ?? act;
  const renewal = act === 'renew-silently' ? 4 : undefined;
  const ofDraft = ['edit', 'submit', 'move-to-successor'].includes(aim);
  return { aim, renewal, kind: isCheck(aim) ? 'commitment' : 'promised', draft: ofDraft ? aim !== 'edit' : undefined };
}

/** A deed by the name that the graphs have for it. */
const calledBy = (name: string) => arrowOf(name, {}).act;
