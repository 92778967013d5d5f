/** A Markdown table with its final line break. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows.map((row) => row.map(escaped))];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', String.raw`\|`);
}
