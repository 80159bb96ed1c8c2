import { honoursIfMatch } from '../../../../contract/honoursIfMatch.ts';
import { jsonSchemaOf } from '../../../../contract/jsonSchema.ts';
import type { Operation } from '../../../../contract/listOperations.ts';
import { ROLE_NAMES } from '../../../../contract/roles.ts';
import { html, type Markup } from '../../../../recorder/page/html.ts';
import { commandExample, curlExample } from './examples.ts';
import { renderSchema } from './renderSchema.ts';

/** One operation: what it is for, what it takes and answers, who may, how to ask for it. */
export function renderOperation(operation: Operation): Markup {
  const { name, method, path, summary, input, output, successStatus, isTool } = operation;
  const takes = input && jsonSchemaOf(input, 'input');
  const answers = output && jsonSchemaOf(output, 'output');
  return html`<article class="operation" id="${name}" data-search="${`${name} ${method} ${path} ${summary}`.toLowerCase()}">
<header><h3><a href="#${name}"><span class="method method-${method.toLowerCase()}">${method}</span> <span class="path">${inPath(path)}</span></a></h3>
<p class="summary">${summary}</p>
<p class="chips"><code class="chip">${name}</code><span class="chip">${whoMay(operation)}</span>${isTool ? html`<span class="chip">offered to assistants</span>` : undefined}${notes(operation).map(note => html`<span class="chip quiet">${note}</span>`)}</p></header>
<div class="sides"><div class="schemas">
${takes?.properties && Object.keys(takes.properties).length > 0 ? html`<h4>Takes</h4>${renderSchema(takes)}` : undefined}
${answers ? html`<details><summary>Answers <span class="status">${successStatus}</span></summary>${renderSchema(answers)}</details>` : html`<p class="nothing">Answers nothing, with <span class="status">${successStatus}</span>.</p>`}
</div><div class="examples">${example('Command line', commandExample(operation))}${example('curl', curlExample(operation))}</div></div>
</article>
`;
}

/** A path may break after each of its parts, and its fields stand out. */
const inPath = (path: string): Markup[] =>
  path
    .split('/')
    .slice(1)
    .map(part => (part.startsWith('{') ? html`/<wbr><var>${part}</var>` : html`/<wbr>${part}`));

function whoMay({ may }: Operation): string {
  if (may === 'anyone') return 'without an account';
  if (may === 'account') return 'any account';
  return may.length === ROLE_NAMES.length ? 'any role' : may.join(', ');
}

function notes(operation: Operation): string[] {
  const { isStream, isList, takesBytes, fileType } = operation;
  return [
    isList && 'in pages',
    isStream && 'server-sent events',
    takesBytes && 'takes a file’s bytes',
    fileType && `gives a file of ${fileType}`,
    honoursIfMatch(operation) && 'If-Match',
  ].filter(note => typeof note === 'string');
}

const example = (title: string, text: string | undefined): Markup | undefined =>
  text === undefined
    ? undefined
    : html`<figure class="example"><figcaption>${title}</figcaption><pre tabindex="0"><code>${text}</code></pre></figure>`;
