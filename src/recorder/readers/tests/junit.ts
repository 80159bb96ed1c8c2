import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Micros, ReadRecord } from '../../../core/record.ts';
import { whenOf } from '../names/whenOf.ts';
import type { DocumentReader, ReadContext, RecordSink } from '../reader.ts';

interface Suite {
  name: string;
  /** Where the next test of the suite begins: tests are taken to run one after the other. */
  next: Micros | undefined;
  started: ReturnType<typeof whenOf>;
  host: string | undefined;
}

interface Case {
  name: string;
  group: string;
  seconds: number;
  line: number;
  outcome: 'passed' | 'failed' | 'skipped';
  text: string;
}

const OUTCOMES: Record<string, Case['outcome']> = { failure: 'failed', error: 'failed', skipped: 'skipped' };
const KEPT_TEXT = 20_000;

/**
 * JUnit's XML: an event for each test, placed by its suite's time and the tests before it.
 *
 * `<testsuite name="api" timestamp="2023-01-30T11:00:00"><testcase name="pays" classname="Cart" time="0.2"><failure …`
 */
export const JUNIT: DocumentReader = {
  shape: 'document',
  name: 'junit',
  version: 1,
  recognise: ({ text }) =>
    /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<testsuites?\b/.test(text) ? 1 : 0,
  read,
};

async function read(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadContext,
  sink: RecordSink,
): Promise<void> {
  const parser = new SaxesParser();
  const suites: Suite[] = [];
  let test: Case | undefined;
  let inside: string | undefined;
  let broken = false;

  parser.on('error', error => {
    if (!broken) sink.unread({ line: parser.line, text: '', why: `not well-formed XML: ${error.message}` });
    broken = true;
  });
  parser.on('opentag', tag => {
    if (tag.name === 'testsuite' || tag.name === 'testsuites')
      suites.push(suiteOf(tag, suites.at(-1), context));
    else if (tag.name === 'testcase') test = caseOf(tag, parser.line);
    else if (test && tag.name in OUTCOMES) {
      inside = tag.name;
      test.outcome = OUTCOMES[tag.name] as Case['outcome'];
      const said = [tag.attributes.type, tag.attributes.message].filter(Boolean).join(': ');
      if (said !== '') test.text += `${said}\n`;
    } else if (test && /^system-(out|err)$/.test(tag.name))
      inside = test.outcome === 'failed' ? tag.name : undefined;
  });
  const addText = (text: string) => {
    if (test && inside && test.text.length < KEPT_TEXT) test.text += text.slice(0, KEPT_TEXT);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', tag => {
    if (tag.name === inside) {
      inside = undefined;
      addText('\n');
    }
    if (tag.name === 'testsuite' || tag.name === 'testsuites') suites.pop();
    if (tag.name !== 'testcase' || !test) return;
    sink.record(recordOf(test, suites.at(-1)));
    test = undefined;
  });

  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    if (!broken) parser.write(decoder.decode(chunk, { stream: true }));
  }
  if (!broken) parser.close();
}

function suiteOf(tag: SaxesTagPlain, above: Suite | undefined, { time }: ReadContext): Suite {
  const own = whenOf(tag.attributes.timestamp ?? '', time);
  const started = own.at === undefined && above ? above.started : own;
  const name = tag.attributes.name ?? above?.name ?? '';
  return { name, started, next: started.at, host: tag.attributes.hostname ?? above?.host };
}

function caseOf(tag: SaxesTagPlain, line: number): Case {
  const { name = '', classname = '', time = '' } = tag.attributes;
  return {
    name,
    group: classname,
    seconds: Number(time.replaceAll(',', '')) || 0,
    line,
    outcome: 'passed',
    text: '',
  };
}

function recordOf(test: Case, suite: Suite | undefined): ReadRecord {
  const at = suite?.next;
  const durationUs = Math.round(test.seconds * 1e6);
  if (suite && at !== undefined) suite.next = at + durationUs;
  return {
    at,
    atRaw: suite?.started.atRaw ?? '',
    precision: suite?.started.precision ?? '',
    zoned: suite?.started.zoned ?? false,
    kind: 'event',
    host: suite?.host,
    level: test.outcome === 'failed' ? 'error' : 'info',
    durationUs,
    name: test.group && test.group !== test.name ? `${test.group} › ${test.name}` : test.name,
    body: `test ${test.outcome}${test.text ? `: ${test.text.trim().replace(/\n{2,}/, '\n')}` : ''}`,
    attributes: { suite: suite?.name ?? '', outcome: test.outcome },
    line: test.line,
  };
}
