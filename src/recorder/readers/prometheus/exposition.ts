import { numberOf } from '../json/value.ts';
import { originOfLabels } from '../names/originOfLabels.ts';
import { NEVER, whenOf } from '../names/whenOf.ts';
import type { LineReader } from '../reader.ts';

const SAMPLE =
  /^([a-zA-Z_:][\w:.]*)(?:\{(.*?)\})?\s+([+-]?(?:\d[\d.]*(?:[eE][+-]?\d+)?|[Ii]nf|NaN))(?:\s+(-?\d+(?:\.\d+)?))?\s*(?:#\s*\{(.*?)\}\s.*)?$/;
const COMMENT = /^#\s*(HELP|TYPE|UNIT|EOF)\b/;
const LABEL = /([a-zA-Z_][\w.]*|"(?:[^"\\]|\\.)*")\s*=\s*"((?:[^"\\]|\\.)*)"\s*,?\s*/y;

/**
 * The text that Prometheus scrapes, and OpenMetrics: a sample a line. Without timestamps, as exporters serve it, the
 * samples have no time.
 *
 * `http_requests_total{method="post",code="200"} 1027 1395066363000`
 */
export const PROMETHEUS_TEXT: LineReader = {
  shape: 'lines',
  name: 'prometheus-text',
  version: 1,
  recognise({ lines }) {
    const comments = lines.filter(line => COMMENT.test(line)).length;
    const samples = lines.filter(line => SAMPLE.test(line)).length;
    const labelled = lines.some(line => /^\w+\{\w+="/.test(line));
    return comments > 0 || labelled ? (comments + samples) / lines.length : 0;
  },
  read(line, context) {
    if (line.startsWith('#')) return COMMENT.test(line) ? [] : undefined;
    const match = SAMPLE.exec(line);
    if (!match) return undefined;
    const [, name, labelText = '', number, stamp, exemplar] = match;
    const labels = labelsOf(labelText);
    if (!labels) return undefined;
    const { service, host, attributes } = originOfLabels(labels);
    const example = exemplar === undefined ? undefined : labelsOf(exemplar);
    return {
      ...(stamp === undefined ? NEVER : whenOf(stamp, context.time)),
      kind: 'metric',
      host,
      service,
      traceId: example?.trace_id ?? example?.traceID,
      spanId: example?.span_id,
      name,
      value: numberOf(number),
      body: '',
      attributes,
    };
  },
  continues: () => false,
};

/** The labels between braces; undefined when the text is not a list of labels to its end. */
function labelsOf(text: string): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (!match) return undefined;
    labels[(match[1] as string).replace(/^"|"$/g, '')] = unescaped(match[2] as string);
  }
  return labels;
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
