/**
 * The reference page. Its addresses are relative, so that it works below any stage or domain; it has no script of its own
 * (`script-src 'self'`), and Scalar is told to ask nothing of anybody else, which the policy enforces.
 */
export const docsPage = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>办事 · 接口文档 API reference</title>
</head>
<body>
<noscript>接口文档需要 JavaScript；机器可读版本：<a href="openapi.json">openapi.json</a>。The reference needs JavaScript; as a file: <a href="openapi.json">openapi.json</a>.</noscript>
<script id="api-reference" data-url="openapi.json" data-configuration="${attribute({
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
})}"></script>
<script src="docs/scalar.js"></script>
</body>
</html>
`;

export const docsHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

function attribute(value: object): string {
  return JSON.stringify(value).replaceAll('"', '&quot;');
}
