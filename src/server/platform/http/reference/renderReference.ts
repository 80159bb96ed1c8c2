import { listOperations, type Operation } from '../../../../contract/listOperations.ts';
import { html, type Markup } from '../../../../recorder/page/html.ts';
import { icon } from '../../../../recorder/page/icons.ts';
import { VERSION } from '../../../../recorder/version.ts';
import { FAILURES } from '../openApi/shared.ts';
import { renderOperation } from './renderOperation.ts';

/** The whole reference as one page. It can be read without scripts; they add search, themes and copying. */
export function renderReference(): string {
  const features = Map.groupBy(listOperations(), ({ words }) => words[0]);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Afterword API reference</title>
<link rel="stylesheet" href="/reference/page.css">
<script src="/reference/early.js"></script>
<script type="module" src="/reference/page.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the operations</a>
<header class="bar"><a class="brand" href="/reference">${icon('mark')}<span>Afterword <span class="muted">API</span></span></a>
<label class="find" hidden><span class="visually-hidden">Find an operation</span><input type="search" id="find" placeholder="Find an operation" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<div class="tools" id="tools"></div></header>
<div class="frame">
<nav class="features" aria-label="Operations" tabindex="0">${Array.from(features, ([feature, operations]) => contents(feature, operations))}</nav>
<main id="content" tabindex="-1">
${introduction()}
<p class="found" id="found" role="status" hidden></p>
${Array.from(
  features,
  ([
    feature,
    operations,
  ]) => html`<section class="feature" id="${feature}" aria-labelledby="${feature}-title"><h2 id="${feature}-title">${feature}</h2>
${operations.map(renderOperation)}</section>`,
)}
</main></div>
</body>
</html>
`.markup;
}

function contents(feature: string, operations: readonly Operation[]): Markup {
  const links = operations.map(
    ({ name, words, method }) =>
      html`<li data-for="${name}"><a href="#${name}"><span>${words.slice(1).join('.')}</span> <span class="method method-${method.toLowerCase()}">${method}</span></a></li>`,
  );
  return html`<section><h2><a href="#${feature}">${feature}</a></h2><ul>${links}</ul></section>`;
}

function introduction(): Markup {
  const refusals = Object.entries(FAILURES).map(
    ([code, { status, title }]) =>
      html`<tr><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return html`<h1>API reference</h1>
<section class="introduction">
<p>Everything that Afterword ${VERSION} can do, under <code>/api/v1</code>. The command line, the tools for assistants at <code>/mcp</code> and the typed client are made from the same list; for other programs there is <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<dl class="ways">
<div><dt>Who asks</dt><dd>Send an API token as <code>Authorization: Bearer …</code>. It may do what its person may, within its scopes. A browser sends its session instead.</dd></div>
<div><dt>Lists</dt><dd>They answer <code>items</code> and <code>nextCursor</code>. Send that back as <code>cursor</code>; on the last page it is null.</dd></div>
<div><dt>Edits</dt><dd>A noun’s <code>ETag</code> begins with its version. Send it back as <code>If-Match</code>, and an edit that was based on an older version is refused with 412.</dd></div>
<div><dt>Once</dt><dd>Send an <code>Idempotency-Key</code> with a change, and repeat it as often as the network asks for: it is done once.</dd></div>
</dl>
<details><summary>Refusals are <code>application/problem+json</code> with one of these codes, and a <code>detail</code> that says what to do next</summary>
<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${refusals}</tbody></table></details>
</section>`;
}
