import type { Attributes, ReadRecord } from '../../../../core/record.ts';
import type { Family } from '../family.ts';
import { wrapsMessage } from '../wrapsMessage.ts';

const HEX_ID = /^[0-9a-f]{16,32}$/;

/** Spring's `[orders,4bf92f3577b34da6a3ce929d0e0e4736,00f067aa0ba902b7]`, in older versions with a fourth part. */
function takeSleuth(record: ReadRecord, attributes: Attributes): void {
  const scope = attributes.scope;
  if (typeof scope !== 'string') return;
  const [service, traceId, spanId] = scope.split(',').map(part => part.trim());
  if (HEX_ID.test(service ?? '')) return;
  delete attributes.scope;
  if (service !== '' && service !== '-') record.service ??= service;
  if (traceId !== undefined && HEX_ID.test(traceId)) record.traceId = traceId;
  if (spanId !== undefined && HEX_ID.test(spanId)) record.spanId = spanId;
}

/** Logback, Log4j, java.util.logging and the servers built on them. */
export const JAVA_FAMILIES: readonly Family[] = [
  {
    name: 'spring-boot',
    layouts: [
      '{time} {level} [{scope~}] {pid#} --- [{thread~}] {component} : {body}',
      '{time} {level} {pid#} --- [{scope~}] [{thread~}] [{trace~}] {component} : {body}',
      '{time} {level} {pid#} --- [{scope~}] [{thread~}] {component} : {body}',
      '{time} {level} {pid#} --- [{thread~}] {component} : {body}',
    ],
    examples: [
      '2023-02-11 08:14:09.402  INFO [orders,4bf92f3577b34da6a3ce929d0e0e4736,00f067aa0ba902b7] 1 --- [nio-8080-exec-3] c.e.orders.OrderController               : order accepted',
      '2024-02-11T08:14:09.402+01:00  INFO 71 --- [orders] [nio-8080-exec-3] [4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7] c.e.orders.OrderController : order accepted',
      '2024-02-11T08:14:09.402+01:00  WARN 71 --- [orders] [           main] o.h.dialect.Dialect   : no dialect given',
      '2023-02-11 08:14:09.402 ERROR 71 --- [           main] o.s.b.SpringApplication : Application run failed',
    ],
    finish(record, attributes) {
      takeSleuth(record, attributes);
      const ids = /^([0-9a-f]{16,32})-([0-9a-f]{16})$/.exec(String(attributes.trace ?? ''));
      if (ids === null) return;
      delete attributes.trace;
      record.traceId = ids[1];
      record.spanId = ids[2];
    },
    continues: wrapsMessage,
  },
  {
    name: 'java',
    layouts: [
      '{time} [{thread~}] {level} {component} - {body}',
      '{time} [{thread~}] {level} {component}: {body}',
      '{time} {level} [{thread~}] {component} - {body}',
      '{time} {level} [{thread~}] {component}: {body}',
      '{time} {level} [{component}] ({thread~}) {body}',
      '{time} {level} {component}#{codeLine#} TraceID: {traceId} SpanID: {spanId} {body}',
      '{time} {level} {component}#{codeLine#} {body}',
      '{time} {level} {component}:{codeLine#} - {body}',
      '{time} {level} [{thread~}] {component} {body}',
    ],
    examples: [
      '2023-02-11 08:14:09,402 [pool-2-thread-1] WARN  com.example.billing.Ledger - retrying after 250 ms',
      '08:14:09.402 [main] INFO org.example.App: started',
      '2023-02-11 08:14:09.402 ERROR [http-nio-8443-exec-9] com.example.Gateway - upstream reset',
      '2023-02-11 08:14:09,402 INFO [main] org.eclipse.jetty.log: jetty-9.4.50',
      '08:14:09,402 INFO  [org.jboss.as.server] (Controller Boot Thread) WFLYSRV0212: Resuming server',
      '08:14:09.402 INFO  o.e.OrderServiceImpl#81 TraceID: 2ffbc4a03bbc5600a45841d05e452454 SpanID: 04ba577c01a08838 [create][order: 12]',
      '08:14:09.402 INFO  o.e.OrderServiceImpl#81 [create][order: 12]',
      '2023-02-11 08:14:09,402 DEBUG Ledger:81 - balance checked',
      '11-Feb-2023 08:14:09.402 SEVERE [main] org.apache.catalina.core.StandardService.startInternal Failed to start connector',
    ],
    continues: wrapsMessage,
  },
];
