import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consultationGraph } from '../../services/agency/domain/consultation/graph.ts';
import { areaGraph } from '../../services/agency/domain/area/graph.ts';
import { drawingGraph } from '../../services/agency/domain/drawing/graph.ts';
import { authorityGraph } from '../../services/agency/domain/authority/graph.ts';
import { visitGraph } from '../../services/agency/domain/visit/graph.ts';
import { mandateGraph } from '../../services/agency/domain/mandate/graph.ts';
import { problemGraph } from '../../services/agency/domain/problem/graph.ts';
import { meetingGraph, taskGraph } from '../../services/agency/domain/meeting/graph.ts';
import { stageGraph } from '../../services/agency/domain/stage/graph.ts';
import { projectGraph } from '../../services/agency/domain/project/graph.ts';
import { commitmentGraph } from '../../services/intake/domain/commitment/acting.ts';
import { followUpGraph } from '../../services/intake/domain/case/follow-up.ts';
import { sanctionGraph } from '../../services/intake/domain/case/sanction.ts';
import { bundleGraph } from '../../services/intake/domain/bundle/graph.ts';
import { graph } from '../../services/intake/domain/case/graph.ts';
import { adjustmentGraph } from '../../services/intake/domain/catalogue/adjustment.ts';
import { editionGraph } from '../../services/intake/domain/catalogue/edition.ts';
import { deliveryGraph } from '../../services/intake/domain/delivery/graph.ts';
import { archiveGraph } from '../../services/intake/domain/archive/archive.ts';
import { publicityGraph } from '../../services/intake/domain/publicity/graph.ts';
import { pushGraph } from '../../services/intake/domain/push/push.ts';
import { feeGraph, reliefGraph } from '../../services/intake/domain/fee/graph.ts';
import { lineGraph } from '../../services/intake/domain/material/graph.ts';
import { mergeGraph } from '../../services/intake/domain/party/merge.ts';
import { findingGraph } from '../../services/intake/domain/supervision/finding-act.ts';
import { grantGraph } from '../../services/materials/domain/grant/grant.ts';
import { licenceGraph } from '../../services/materials/domain/licence/graph.ts';
import { disputeGraph } from '../../services/materials/domain/sharing/dispute.ts';
import { sharedGraph } from '../../services/materials/domain/sharing/graph.ts';
import { bookingGraph } from '../../services/payments/domain/bill/booking-graph.ts';
import { billGraph } from '../../services/payments/domain/bill/graph.ts';
import { exceptionGraph } from '../../services/payments/domain/exception/graph.ts';
import { reconciliationGraph } from '../../services/payments/domain/reconciliation/graph.ts';
import { periodGraph } from '../../services/payments/domain/close/graph.ts';
import { elsewhereGraph } from '../../services/payments/domain/elsewhere/graph.ts';
import { shiftGraph } from '../../services/payments/domain/shift/graph.ts';
import { receiptGraph } from '../../services/payments/domain/receipt/graph.ts';
import { segmentGraph } from '../../services/payments/domain/receipt/segment.ts';
import { expectedGraph } from '../../services/payments/domain/bank/graph.ts';
import { payoutAccountGraph } from '../../services/payments/domain/settlement/payout-account.ts';
import { settlementGraph } from '../../services/payments/domain/settlement/graph.ts';
import { remittanceGraph } from '../../services/payments/domain/remittance/graph.ts';
import { refundGraph } from '../../services/payments/domain/refund/graph.ts';
import { suspenseGraph } from '../../services/payments/domain/suspense/graph.ts';
import { attemptGraph } from '../../services/payments/domain/order/graph.ts';
import { batchGraph } from '../../services/notifications/domain/batch/graph.ts';
import { deliveryGraph as noticeDeliveryGraph } from '../../services/notifications/domain/notice/graph.ts';
import { versionGraph } from '../../services/materials/domain/material/graph.ts';
import { root } from '../tree/sources.ts';
import { alignedTable } from './markdown.ts';

/** One arrow of a state graph, however many states it starts from. */
export interface Arrow {
  act: string;
  from: string | readonly string[];
  to: string;
  who: readonly string[];
  when?: string;
}

export interface DrawnGraph {
  /** The name that the markers in the README give it. */
  name: string;
  readme: string;
  /** The act that makes the thing, and how it begins; absent where the arrows lead from one thing to another. */
  first?: { act: string; to: string };
  arrows: readonly Arrow[];
}

const agency = 'services/agency/README.md';
const intake = 'services/intake/README.md';
const materials = 'services/materials/README.md';
const payments = 'services/payments/reference.md';
const notifications = 'services/notifications/README.md';

/** Every state graph of the domain; a test finds one that is missing. A README, or the page of reference beside it, has each between `<!-- graph: name -->` and `<!-- /graph -->`. */
export const graphs: readonly DrawnGraph[] = [
  { name: 'case', readme: intake, first: { act: 'create', to: 'draft' }, arrows: graph },
  { name: 'follow-up', readme: intake, arrows: followUpGraph },
  { name: 'sanction', readme: intake, first: { act: 'grant', to: 'valid' }, arrows: sanctionGraph },
  { name: 'edition', readme: intake, first: { act: 'create', to: 'draft' }, arrows: editionGraph },
  { name: 'adjustment', readme: intake, first: { act: 'propose', to: 'proposed' }, arrows: adjustmentGraph },
  { name: 'bundle', readme: intake, first: { act: 'create', to: 'draft' }, arrows: bundleGraph },
  { name: 'commitment', readme: intake, first: { act: 'grant', to: 'to-check' }, arrows: commitmentGraph },
  { name: 'line', readme: intake, first: { act: 'give', to: 'waiting' }, arrows: lineGraph },
  { name: 'merge', readme: intake, first: { act: 'propose', to: 'proposed' }, arrows: mergeGraph },
  { name: 'fee', readme: intake, first: { act: 'assess', to: 'assessed' }, arrows: feeGraph },
  { name: 'relief', readme: intake, first: { act: 'propose-relief', to: 'proposed' }, arrows: reliefGraph },
  { name: 'finding', readme: intake, first: { act: 'raise', to: 'open' }, arrows: findingGraph },
  { name: 'delivery', readme: intake, first: { act: 'begin', to: 'due' }, arrows: deliveryGraph },
  { name: 'publicity', readme: intake, first: { act: 'begin', to: 'due' }, arrows: publicityGraph },
  { name: 'push', readme: intake, first: { act: 'push', to: 'pushed' }, arrows: pushGraph },
  { name: 'version', readme: materials, first: { act: 'declare', to: 'awaiting-upload' }, arrows: versionGraph },
  { name: 'shared', readme: materials, first: { act: 'begin', to: 'fetching' }, arrows: sharedGraph },
  { name: 'dispute', readme: materials, first: { act: 'raise', to: 'open' }, arrows: disputeGraph },
  { name: 'grant', readme: materials, first: { act: 'give', to: 'active' }, arrows: grantGraph },
  { name: 'bill', readme: payments, first: { act: 'raise', to: 'due' }, arrows: billGraph },
  { name: 'attempt', readme: payments, first: { act: 'begin', to: 'begun' }, arrows: attemptGraph },
  { name: 'booking', readme: payments, first: { act: 'pay', to: 'due' }, arrows: bookingGraph },
  { name: 'elsewhere', readme: payments, first: { act: 'propose', to: 'proposed' }, arrows: elsewhereGraph },
  { name: 'shift', readme: payments, first: { act: 'open', to: 'open' }, arrows: shiftGraph },
  { name: 'receipt', readme: payments, first: { act: 'issue', to: 'issued' }, arrows: receiptGraph },
  { name: 'segment', readme: payments, first: { act: 'propose', to: 'proposed' }, arrows: segmentGraph },
  { name: 'refund', readme: payments, first: { act: 'propose', to: 'proposed' }, arrows: refundGraph },
  { name: 'reconciliation', readme: payments, first: { act: 'expect', to: 'awaited' }, arrows: reconciliationGraph },
  { name: 'period', readme: payments, first: { act: 'begin', to: 'open' }, arrows: periodGraph },
  { name: 'exception', readme: payments, first: { act: 'raise', to: 'open' }, arrows: exceptionGraph },
  { name: 'suspense', readme: payments, first: { act: 'hold', to: 'held' }, arrows: suspenseGraph },
  {
    name: 'notice-delivery',
    readme: notifications,
    first: { act: 'create', to: 'created' },
    arrows: noticeDeliveryGraph,
  },
  { name: 'batch', readme: notifications, first: { act: 'create', to: 'awaiting-file' }, arrows: batchGraph },
  { name: 'expected', readme: payments, first: { act: 'expect', to: 'awaited' }, arrows: expectedGraph },
  { name: 'settlement', readme: payments, first: { act: 'draw', to: 'drawn' }, arrows: settlementGraph },
  { name: 'payout-account', readme: payments, first: { act: 'propose', to: 'proposed' }, arrows: payoutAccountGraph },
  { name: 'remittance', readme: payments, first: { act: 'draw', to: 'drawn' }, arrows: remittanceGraph },
  { name: 'licence', readme: materials, first: { act: 'issue', to: 'valid' }, arrows: licenceGraph },
  { name: 'project', readme: agency, first: { act: 'register', to: 'reserve' }, arrows: projectGraph },
  { name: 'stage', readme: agency, first: { act: 'plan', to: 'planned' }, arrows: stageGraph },
  { name: 'consultation', readme: agency, first: { act: 'ask', to: 'open' }, arrows: consultationGraph },
  { name: 'area', readme: agency, first: { act: 'register', to: 'draft' }, arrows: areaGraph },
  { name: 'drawing', readme: agency, first: { act: 'open', to: 'in-review' }, arrows: drawingGraph },
  { name: 'authority', readme: agency, first: { act: 'begin', to: 'proposed' }, arrows: authorityGraph },
  { name: 'visit', readme: agency, first: { act: 'apply', to: 'applied' }, arrows: visitGraph },
  { name: 'mandate', readme: agency, first: { act: 'ask', to: 'to-sign' }, arrows: mandateGraph },
  { name: 'problem', readme: agency, first: { act: 'raise', to: 'raised' }, arrows: problemGraph },
  { name: 'meeting', readme: agency, first: { act: 'call', to: 'called' }, arrows: meetingGraph },
  { name: 'meeting-task', readme: agency, first: { act: 'set', to: 'open' }, arrows: taskGraph },
  { name: 'archive', readme: intake, first: { act: 'begin', to: 'due' }, arrows: archiveGraph },
];

/** A README with every drawing in it as its data has it now. Throws where a graph has no place. */
export function drawnInto(readme: string): string {
  const text = readFileSync(join(root, readme), 'utf8');
  return graphs
    .filter((one) => one.readme === readme)
    .reduce((drawn, one) => {
      const place = new RegExp(`(<!-- graph: ${one.name} -->\n)[\\s\\S]*?(<!-- /graph -->)`);
      if (!place.test(drawn))
        throw new Error(`${readme} has no place for the graph: <!-- graph: ${one.name} --> … <!-- /graph -->`);
      return drawn.replace(place, (_, start: string, end: string) => `${start}\n${drawing(one)}\n${end}`);
    }, text);
}

/** A graph as a picture (Mermaid, which GitHub shows), and as the table that says who may and when. */
export function drawing({ first, arrows }: DrawnGraph): string {
  const lines = arrows.flatMap(({ from, to, act }) => [from].flat().map((one) => ({ from: one, to, act })));
  const states = [...new Set([...(first ? [first.to] : []), ...lines.flatMap(({ from, to }) => [from, to])])];
  const ends = states.filter((state) => lines.every(({ from, to }) => from !== state || to === state));
  const named = states.filter((state) => idOf(state) !== state).map((state) => `state "${state}" as ${idOf(state)}`);
  const drawn = [...Map.groupBy(lines, ({ from, to }) => `${idOf(from)} --> ${idOf(to)}`)].map(
    ([arrow, ones]) => `${arrow}: ${[...new Set(ones.map(({ act }) => act))].join('<br/>')}`,
  );
  const picture = [
    ...named,
    ...(first ? [`[*] --> ${idOf(first.to)}: ${first.act}`] : []),
    ...drawn,
    ...(first ? ends.map((one) => `${idOf(one)} --> [*]`) : []),
  ];
  const rows = arrows.map(({ act, from, to, who, when }) => [
    act,
    [from].flat().join(', '),
    to,
    who.join(', '),
    when ?? '',
  ]);
  return [
    '```mermaid\nstateDiagram-v2',
    ...picture.map((line) => `  ${line}`),
    '```\n',
    alignedTable(['act', 'from', 'to', 'who', 'when'], rows),
  ].join('\n');
}

/** Mermaid takes a hyphen in a state for an arrow. */
const idOf = (state: string): string => state.replaceAll('-', '_');
