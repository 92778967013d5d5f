/** The columns of a file of projects, as either name; of its own each fact has one: `fact:landTaken`. */
const columns = {
  code: '项目代码',
  name: '项目名称',
  kind: '项目类型',
  region: '行政区划',
  address: '建设地点',
  investmentYuan: '总投资（元）',
  uscc: '统一社会信用代码',
  investor: '建设单位',
} as const;
type Column = keyof typeof columns;
const names = Object.entries(columns);
const optional: ReadonlySet<string> = new Set<Column>(['investmentYuan']);
const factPrefix = 'fact:';

type FileFault = 'stray-quote' | 'column-unknown' | 'column-missing' | 'cells-missing';
export interface FaultOfFile {
  line: number;
  code: FileFault;
  column?: string;
}
interface Line {
  line: number;
  cells: string[];
}

/** A project as a row says it; what it must be is for the schema of a row to say. */
export interface FileRow {
  line: number;
  project: Record<string, unknown>;
}

/** The projects of a CSV (RFC 4180) with a header; or every fault of its form, by line. */
export function readProjectFile(text: string): { rows: FileRow[] } | { faults: FaultOfFile[] } {
  const lines = linesOf(text);
  if (!Array.isArray(lines)) return { faults: [{ line: lines.line, code: 'stray-quote' }] };
  const [head, ...body] = lines;
  const header = head?.cells.map((cell) => columnOf(cell.trim())) ?? [];
  const faults = [...headerFaults(header), ...shortLines(body, header.length)];
  if (faults.length > 0) return { faults };
  return { rows: body.map(({ line, cells }) => ({ line, project: projectIn(header, cells) })) };
}

const columnOf = (cell: string): string => names.find(([, zh]) => zh === cell)?.[0] ?? cell;

function headerFaults(header: readonly string[]): FaultOfFile[] {
  const unknown = header.filter((one) => !Object.hasOwn(columns, one) && !/^fact:[a-z][A-Za-z]{0,39}$/.test(one));
  const missing = names.map(([name]) => name).filter((name) => !optional.has(name) && !header.includes(name));
  return [
    ...unknown.map((column): FaultOfFile => ({ line: 1, code: 'column-unknown', column })),
    ...missing.map((column): FaultOfFile => ({ line: 1, code: 'column-missing', column })),
  ];
}

const shortLines = (body: readonly Line[], width: number): FaultOfFile[] =>
  body.filter(({ cells }) => cells.length !== width).map(({ line }) => ({ line, code: 'cells-missing' }));

function projectIn(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const said = new Map(header.map((name, n) => [name, cells[n]?.trim() ?? '']));
  const of = (name: Column) => said.get(name) ?? '';
  const facts = [...said].flatMap(([name, value]) =>
    name.startsWith(factPrefix) && value !== '' ? [[name.slice(factPrefix.length), factOf(value)] as const] : [],
  );
  return {
    code: of('code'),
    name: of('name'),
    kind: of('kind'),
    place: { region: of('region'), address: of('address') },
    ...(of('investmentYuan') !== '' && { investmentFen: fenOf(of('investmentYuan')) }),
    facts: Object.fromEntries(facts),
    investor: { uscc: of('uscc'), name: of('investor') },
  };
}

/** Of an amount that is none the text itself: the schema says so. */
function fenOf(yuan: string): number | string {
  const [, whole, rest = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  return whole === undefined ? yuan : Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}

/** A fact as a cell says it: yes or no, a number, else a word; several with semicolons. */
function factOf(cell: string): boolean | number | string | string[] {
  if (/^(true|是)$/.test(cell)) return true;
  if (/^(false|否)$/.test(cell)) return false;
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return cell.includes(';') ? cell.split(';').flatMap((one) => one.trim() || []) : cell;
}

const cellAt = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;

/** Lines that hold nothing are none. A quote where none may stand ends the reading: nobody knows what belongs to what. */
function linesOf(text: string): Line[] | { line: number } {
  const lines: Line[] = [];
  let [line, begun, cells] = [1, 1, Array.of<string>()];
  cellAt.lastIndex = 0;
  for (;;) {
    const [, said = '', end] = cellAt.exec(text) ?? [];
    if (end === undefined) return { line };
    cells.push(said.startsWith('"') ? said.slice(1, -1).replaceAll('""', '"') : said);
    line += (said.match(/\n/g) ?? []).length;
    if (end === ',') continue;
    if (cells.some((cell) => cell !== '')) lines.push({ line: begun, cells });
    if (end === '') return lines;
    line += 1;
    [begun, cells] = [line, []];
  }
}
