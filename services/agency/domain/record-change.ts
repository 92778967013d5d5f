import type { Fact } from '#events/event';

/** A record with a version and a timeline. */
export interface Kept {
  id: string;
  version: number;
  timelineHash: string;
}

/** What an act makes of a record, and what others must know of it. */
export interface RecordChange<Of extends Kept> {
  before: Of | undefined;
  after: Of;
  act: string;
  facts: readonly Fact[];
}

/** Why an act is refused, by the code of its problem; of some the names that it is about. */
export interface RefusedAct<Code extends string> {
  refused: Code;
  about?: readonly string[];
}

/** (from, act, who) → to. */
export interface Arrow<State extends string, Act extends string, Who extends string> {
  act: Act;
  from: readonly State[];
  to: State;
  who: readonly Who[];
  when?: string;
}

/** What these may do in a state: the one graph that also decides. */
export const actsIn = <State extends string, Act extends string, Who extends string>(
  graph: readonly Arrow<State, Act, Who>[],
  state: State,
  who: readonly Who[],
): Act[] => [
  ...new Set(
    graph
      .filter((arrow) => arrow.from.includes(state) && arrow.who.some((one) => who.includes(one)))
      .map(({ act }) => act),
  ),
];

/** Where an act leads from a state; undefined where it may not be done there. */
export const stateBy = <State extends string, Act extends string, Who extends string>(
  graph: readonly Arrow<State, Act, Who>[],
  state: State,
  act: Act,
): State | undefined => graph.find((arrow) => arrow.act === act && arrow.from.includes(state))?.to;
