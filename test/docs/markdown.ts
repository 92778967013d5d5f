/** A Markdown table with its final line break. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows.map((row) => row.map(escaped))];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** The same with its columns aligned, as the formatter keeps a table of a page that it formats. */
export function alignedTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows.map((row) => row.map(escaped))];
  const widths = header.map((_, n) => Math.max(3, ...lines.map((cells) => cells[n]?.length ?? 0)));
  const [head = '', ...body] = lines.map(
    (cells) => `| ${widths.map((width, n) => (cells[n] ?? '').padEnd(width)).join(' | ')} |`,
  );
  return `${[head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')}\n`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', String.raw`\|`);
}
