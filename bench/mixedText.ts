/** Log text of several shapes in which now and then stands something to redact, by a seed. */
import { RULES } from '../src/core/redaction/rules/index.ts';

const EXAMPLES = RULES.flatMap(rule => rule.hits).filter(text => !text.includes('\n'));

/** About `bytes` of text: one line in two hundred holds a secret or personal data, one in twenty an address of a client. */
export function mixedText(bytes: number, seed: number): string {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  const start = Date.UTC(2026, 5, 1, 10);
  const shapes = [
    (at: string) =>
      `${at} INFO  [worker-${below(16)}] org.example.OrderService - stored order ${below(1e9)} in ${below(900)} ms`,
    (at: string) =>
      `{"time":"${at}","level":"info","service":"cart","trace_id":"${hex(32)}","span_id":"${hex(16)}","msg":"GET /api/v1/items/${below(1e6)} took ${below(900)} ms","status":200}`,
    (at: string) =>
      `<134>1 ${at} node-${below(9)} checkout ${below(9999)} - - queue drained, depth=${below(50)} keepalive=true pool=main`,
    (at: string) =>
      `time=${at} level=debug msg="cache miss" key=orders/${below(1e6)} shard=${below(64)} took=${below(90)}us`,
    () => `\tat org.example.checkout.CheckoutController.place(CheckoutController.java:${below(400)})`,
  ];
  const lines: string[] = [];
  for (let size = 0, i = 0; size < bytes; i += 1) {
    let line = shapes[below(shapes.length)]!(new Date(start + i * 3).toISOString());
    if (below(20) === 0) line += ` client=203.0.113.${below(250)}`;
    if (below(200) === 0) line += ` ${EXAMPLES[below(EXAMPLES.length)]}`;
    lines.push(line, '\n');
    size += line.length + 1;
  }
  return lines.join('');
}
